import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import type { ServedSubgraph } from "../../shared/registry.ts";

export const LINK =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external"])\n';

/** The fields that the test partner adds to a manufacturer. */
export const COLLEGES = `${LINK}type Sme @key(fields: "id") { id: ID! credentials: [Credential!]! }
type Credential { name: String! level: Int }`;

const CREDENTIALS = {
	Sme: { credentials: ({ id }: { id: string }) => [{ name: `Welding ${id}`, level: 2 }] },
};

type Asked = {
	headers: IncomingHttpHeaders;
	text: string;
	body: { query: string; variables: Record<string, unknown> };
};

export type PartnerServer = {
	url: string;
	port: number;
	asked: Asked[];
	/** Sets the behaviour from now on; undefined: normal. */
	behave(how: RequestListener | undefined): void;
	close(): Promise<void>;
};

/** A partner's server: real HTTP on loopback, graphql-js, and any misbehaviour a test sets. */
export async function startPartner(
	sdl = COLLEGES,
	resolvers: object = CREDENTIALS,
	at = 0,
): Promise<PartnerServer> {
	const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
	const asked: Asked[] = [];
	let behaviour: RequestListener | undefined;
	const server = createServer((request, response) => {
		let text = "";
		request.on("data", (chunk) => {
			text += chunk;
		});
		request.on("end", async () => {
			const body = JSON.parse(text);
			asked.push({ headers: request.headers, text, body });
			if (behaviour) return behaviour(request, response);
			const answer = await graphql({ schema, source: body.query, variableValues: body.variables });
			response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
		});
	});
	await new Promise<void>((done) => server.listen(at, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/graphql`,
		port,
		asked,
		behave(how) {
			behaviour = how;
		},
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/** A response of a misbehaving partner. */
export const saying =
	(body: unknown): RequestListener =>
	(_, response) =>
		response
			.writeHead(200, { "content-type": "application/json" })
			.end(typeof body === "string" ? body : JSON.stringify(body));

/** A version as returned by the registry. */
export function version(url: string, more: Partial<ServedSubgraph> = {}): ServedSubgraph {
	return {
		name: "colleges",
		partnerId: "state-colleges",
		version: 1,
		url,
		sdl: COLLEGES,
		hosts: [],
		quota: {
			timeoutMs: 1500,
			concurrency: 4,
			maxBytes: 50_000,
			maxDepth: 20,
			requestsPerMinute: 6000,
		},
		grants: [],
		canary: null,
		...more,
	};
}
