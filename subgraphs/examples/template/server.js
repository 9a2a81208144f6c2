import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createHandler } from "graphql-http/lib/use/fetch";
import { hubSignature } from "./hub-signature.js";
import { resolvers } from "./resolvers.js";

const { PORT = "4010", HUB_KEYS_URL, ALLOW_UNSIGNED } = process.env;
if (!HUB_KEYS_URL && ALLOW_UNSIGNED !== "1") {
	console.error(
		"HUB_KEYS_URL: expected the address of the hub's keys (or ALLOW_UNSIGNED=1 to answer anybody, for trying out)",
	);
	process.exit(1);
}

const schema = buildSubgraphSchema({
	typeDefs: parse(readFileSync(new URL("schema.graphql", import.meta.url), "utf8")),
	resolvers,
});
const graphql = createHandler({ schema });
const refusalOf = HUB_KEYS_URL ? hubSignature(HUB_KEYS_URL) : async () => null;

/** Answers the hub and nobody else, but for the health check. */
async function respond(request) {
	const { pathname } = new URL(request.url);
	if (pathname === "/health") return Response.json({ status: "ok" });
	if (pathname !== "/graphql") return Response.json({ error: "Not found" }, { status: 404 });
	const refusal = await refusalOf(request);
	if (!refusal) return graphql(request);
	const error = { message: refusal, extensions: { code: "UNAUTHENTICATED" } };
	return Response.json({ errors: [error] }, { status: 401 });
}

const server = createServer(async (incoming, outgoing) => {
	const { method, url, headers } = incoming;
	const body = method === "GET" || method === "HEAD" ? undefined : await buffer(incoming);
	const request = new Request(new URL(url, `http://${headers.host}`), { method, headers, body });
	const response = await respond(request);
	outgoing.writeHead(response.status, Object.fromEntries(response.headers));
	outgoing.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(Number(PORT), "127.0.0.1", () => {
	console.log(`The subgraph is ready: http://127.0.0.1:${server.address().port}/graphql`);
});
