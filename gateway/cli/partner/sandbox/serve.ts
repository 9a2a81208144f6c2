import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLSchema } from "graphql";
import type { Response } from "graphql-http";
import { createHandler } from "graphql-http/lib/use/http";
import type { HubKey } from "../../../../shared/registry.ts";
import { wrongUse } from "../failure.ts";

export const KEYS_PATH = "/.well-known/http-message-signatures-directory";

const MARK = "What is not yours is synthetic: made up by throughline-partner dev";

const NOT_YET: Response = [
	JSON.stringify({
		errors: [
			{
				message:
					"Your schema does not compose with the hub's yet; the terminal of throughline-partner dev says why",
				extensions: { code: "UNAVAILABLE" },
			},
		],
	}),
	{
		status: 503,
		statusText: "Service Unavailable",
		headers: { "content-type": "application/json" },
	},
];

/** Serves GraphQL on this machine only, and the key that requests to the partner's server are signed with. */
export async function serveSandbox(options: {
	port: number;
	key: HubKey;
	schema: () => GraphQLSchema | undefined;
}): Promise<{ url: string; close(): Promise<void> }> {
	const { port, key, schema } = options;
	const graphql = createHandler({
		schema: () => schema() ?? NOT_YET,
		// What was loaded is kept by context: without one of its own a request would see answers to earlier ones.
		context: () => ({}),
		onOperation: (_request, _args, result) => ({
			...result,
			extensions: { ...("extensions" in result ? result.extensions : {}), synthetic: MARK },
		}),
	});
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
		if (pathname === "/graphql") return graphql(request, response);
		const found = pathname === KEYS_PATH;
		response
			.writeHead(found ? 200 : 404, { "content-type": "application/json" })
			.end(JSON.stringify(found ? { keys: [key.publicJwk] } : { error: "Ask /graphql" }));
	});
	await new Promise<void>((ready, failed) => {
		server.once("error", (error) => failed(wrongUse(`--port: ${error.message}`)));
		server.listen(port, "127.0.0.1", ready);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
