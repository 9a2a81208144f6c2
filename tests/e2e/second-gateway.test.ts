import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createGatewayRuntime, type GatewayRuntime } from "@graphql-hive/gateway-runtime";
import http from "@graphql-mesh/transport-http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openEmbedded } from "../../gateway/embedded.ts";
import { openPartners, type Partners } from "../../gateway/embedded-registry.ts";
import { signedHeaders } from "../../gateway/partners/transport/signature.ts";
import { startGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { developmentIssuer, developmentToken } from "../../gateway/viewer/development.ts";
import { viewersOf } from "../../gateway/viewer/verify.ts";
import { createLog } from "../../shared/log.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { signViewer, VIEWER_HEADER } from "../../shared/viewer/signed-header.ts";
import { served } from "../support/command.ts";
import { type Answer, ask, seededFolder } from "../support/hub.ts";
import { PATIENT } from "../support/limits.ts";
import { ROOT } from "../support/paths.ts";
import { queries } from "../support/queries.ts";
import { ADMIN, activate, publish, registerPartner } from "../support/registry-fixture.ts";
import { askerOf } from "../support/subgraph.ts";
import { STAFF } from "../support/viewers.ts";

const EXAMPLE = join(ROOT, "subgraphs/examples/credentials");
const SECRET = "a secret of gateways and subgraphs";
const log = createLog("silent");

const KEPT = "{ supergraphVersions(first: 1) { sdl } }";
type Kept = { supergraphVersions: [{ sdl: string }] };

type Registered = { registerSme: { sme: { id: string } } };

let ours: { url: string };
let theirs: GatewayRuntime;
let token: string;
let admin: string;
const closing: Array<() => Promise<unknown>> = [];

/** The example partner, published to the hub at `url` and served by it. */
async function addExample(url: string, { options: { registry } }: Partners): Promise<string> {
	const example = await served(process.execPath, ["server.js"], {
		cwd: EXAMPLE,
		env: { PORT: "0", HUB_KEYS_URL: `${url}/.well-known/http-message-signatures-directory` },
	});
	closing.push(example.end);
	const asker = askerOf(registry.subgraph, []);
	const partner = await registerPartner(asker, "credentials-registry");
	const schema = readFileSync(join(EXAMPLE, "schema.graphql"), "utf8");
	const subgraph = { name: "credentials", url: `${example.url}/graphql`, schema };
	await publish(asker, partner, subgraph);
	await activate(asker, partner, { name: "credentials" });
	return example.url;
}

/** The supergraph that the hub publishes, once it contains the partner; false before. */
async function published(graph: string): Promise<string | false> {
	const headers = { authorization: admin };
	const { body } = await ask(ours, KEPT, {}, headers);
	const { sdl } = (body.data as Record<string, unknown> as Kept).supergraphVersions[0];
	return sdl.includes(`@join__graph(name: "${graph}"`) && sdl;
}

beforeAll(async () => {
	const dataDir = await seededFolder();
	token = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
	admin = `Bearer ${await developmentToken(dataDir, ADMIN, 1)}`;
	const urls: Record<string, string> = {};
	for (const subgraph of await openEmbedded({ dataDir, log })) {
		const { url, close } = await serveSubgraph(subgraph, {
			port: 0,
			host: "127.0.0.1",
			secrets: [SECRET],
			log,
		});
		urls[subgraph.name] = url;
		closing.push(close);
	}
	const own = remoteSources(urls, 10_000, [SECRET]);
	const partners = await openPartners({ dataDir, log, production: false }, own);
	const gateway = await startGateway({
		limits: PATIENT,
		sources: [...own, partners.source],
		partners: { ...partners.options, pollMs: 100 },
		readViewer: viewersOf(await developmentIssuer(dataDir)),
		port: 0,
		log,
	});
	closing.push(partners.close, gateway.close);
	await gateway.ready;
	ours = gateway;
	const partnerUrl = await addExample(ours.url, partners);

	const supergraph = await vi.waitUntil(() => published("credentials"), { timeout: 30_000 });
	const key = await partners.options.registry.hubKey();
	theirs = createGatewayRuntime({
		supergraph,
		transports: { http },
		logging: false,
		plugins: () => [
			{
				// What another gateway must add: the viewer for the hub's subgraphs, and the hub's signature for partners.
				async onFetch({ url, options, setOptions, context }) {
					const add = (more: Record<string, string>) =>
						setOptions({ ...options, headers: { ...options.headers, ...more } });
					if (url.startsWith(partnerUrl))
						add(signedHeaders(new URL(url), String(options.body), key));
					else if ("request" in context && context.request.headers.get("authorization") === token)
						add({ [VIEWER_HEADER]: (await signViewer(STAFF, [SECRET])) ?? "" });
				},
			},
		],
	});
	closing.push(async () => theirs[Symbol.asyncDispose]());
});
afterAll(async () => {
	for (const close of closing.reverse()) await close();
});

/** Sends a query to the second gateway, as `ask` does to the hub. */
async function askTheirs(
	query: string,
	headers: Record<string, string> = {},
): Promise<Answer["body"]> {
	const response = await theirs.fetch("http://second/graphql", {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify({ query }),
	});
	return (await response.json()) as Answer["body"];
}

it("only the hub's staff see addresses in the published supergraph", async () => {
	const { sdl } = ((await ask(ours, KEPT)).body.data as Record<string, unknown> as Kept)
		.supergraphVersions[0];
	expect(sdl).toContain('CREDENTIALS @join__graph(name: "credentials", url: "")');
	expect(sdl).not.toMatch(/@join__graph\(name: "[^"]*", url: "[^"]/);
});

const told = ({ errors }: Answer["body"]) =>
	errors?.map(({ message, path, extensions }) => [message, path, extensions.code]);

const partners: typeof queries = [
	[
		"a partner's fields among ours",
		"{ courses(first: 50) { nodes { name institute { name } relatedCredentials { name awardedBy { name } } } } credentialsRegistry { about credentials(first: 3) { totalCount nodes { name } } } }",
	],
];
it.each([...queries, ...partners])("another gateway returns the same: %s", async (_, query) => {
	const [one, other] = [(await ask(ours, query)).body, await askTheirs(query)];
	expect(other.data).toEqual(one.data);
	expect(told(other)).toEqual(told(one));
});

it("a change through another gateway that signs the viewer is made once, and hidden from the public", async () => {
	const headers = { authorization: token };
	const register =
		'mutation { registerSme(input: { clientMutationId: "1", name: "Example Works", state: "US-OH" }) { sme { id name } } }';
	const made = await askTheirs(register, headers);
	expect(made).toEqual({
		data: { registerSme: { sme: { id: expect.any(String), name: "Example Works" } } },
	});
	expect((await ask(ours, register, {}, headers)).body).toEqual(made);
	const { id } = (made.data as Record<string, unknown> as Registered).registerSme.sme;
	const read = `{ sme(id: "${id}") { name credentialAwards { people } } }`;
	for (const who of [headers, {}]) {
		const answer = await askTheirs(read, who);
		expect(answer).toEqual((await ask(ours, read, {}, who)).body);
		const seen = { name: "Example Works", credentialAwards: null };
		expect(answer.data).toEqual({ sme: who === headers ? seen : null });
	}
});
