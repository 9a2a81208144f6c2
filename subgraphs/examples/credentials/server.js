import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createYoga } from "graphql-yoga";
import { hubSignature } from "./hub-signature.js";
import { makeResolvers } from "./resolvers.js";
import { ABOUT, makeRegistry } from "./synthetic.js";

const { PORT = "4010", HUB_KEYS_URL, ALLOW_UNSIGNED } = process.env;
if (!HUB_KEYS_URL && ALLOW_UNSIGNED !== "1") {
	console.error(
		"HUB_KEYS_URL: expected the address of the hub's keys, for example http://127.0.0.1:4000/.well-known/jwks.json (or ALLOW_UNSIGNED=1 to answer anybody, for trying out)",
	);
	process.exit(1);
}

const schema = buildSubgraphSchema({
	typeDefs: parse(readFileSync(new URL("schema.graphql", import.meta.url), "utf8")),
	resolvers: makeResolvers(makeRegistry()),
});
const refusalOf = HUB_KEYS_URL ? hubSignature(HUB_KEYS_URL) : async () => null;

/** Answers the hub and nobody else. */
const onlyTheHub = {
	async onRequest({ request, endResponse, fetchAPI }) {
		const refusal = await refusalOf(request);
		if (!refusal) return;
		const error = { message: refusal, extensions: { code: "UNAUTHENTICATED" } };
		endResponse(fetchAPI.Response.json({ errors: [error] }, { status: 401 }));
	},
};

const yoga = createYoga({
	schema,
	graphiql: false,
	landingPage: false,
	logging: "warn",
	plugins: [onlyTheHub],
});
const server = createServer(yoga);
server.listen(Number(PORT), "127.0.0.1", () => {
	console.log(
		`The credentials registry is ready: http://127.0.0.1:${server.address().port}/graphql`,
	);
	console.log(ABOUT);
});
for (const signal of ["SIGINT", "SIGTERM"])
	process.once(signal, () => {
		server.close();
		server.closeIdleConnections();
	});
