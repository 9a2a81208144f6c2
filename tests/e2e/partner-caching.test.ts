import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { get } from "../support/http.ts";
import { memoryRegistry } from "../support/memory-registry.ts";
import { type PartnerHub, startPartnerHub } from "../support/partner-hub.ts";
import { LINK, type PartnerServer, startPartner, version } from "../support/partner-server.ts";
import { LINK as CHECKED_LINK, openRegistryFixture, publish } from "../support/registry-fixture.ts";

const DEFINITION =
	"directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION\n";
const OWN = {
	sdl: `${LINK}${DEFINITION}type Query { labs: [Lab!]! }
type Lab @key(fields: "id") @cacheControl(maxAge: 300) { id: ID! name: String! }`,
	resolvers: { Query: { labs: () => [{ id: "a", name: "Lab a" }] } },
};
const RANKS = `${LINK}${DEFINITION}type Lab @key(fields: "id") { id: ID! rank: Int @cacheControl(maxAge: 30) mood: String }`;

const RESOLVERS = { Lab: { rank: () => 1, mood: () => "calm" } };

let partner: PartnerServer;
let hub: PartnerHub;
beforeAll(async () => {
	partner = await startPartner(RANKS, RESOLVERS);
	const registry = memoryRegistry();
	registry.versions = [version(partner.url, { sdl: RANKS })];
	hub = await startPartnerHub(registry, { own: OWN });
});
afterAll(async () => {
	await hub.close();
	await partner.close();
});

async function keeping(query: string): Promise<unknown> {
	const { headers, text } = await get(`${hub.url}/graphql?query=${encodeURIComponent(query)}`);
	expect(JSON.parse(text).errors).toBeUndefined();
	return headers["cache-control"];
}

it("a partner's field is cacheable only if the partner says so, and then no longer than it says", async () => {
	expect(await keeping("{ labs { name } }")).toBe(
		"public, max-age=300, stale-while-revalidate=300",
	);
	expect(await keeping("{ labs { name rank } }")).toBe(
		"public, max-age=30, stale-while-revalidate=30",
	);
	expect(await keeping("{ labs { name mood } }")).toBe("private, no-cache");
	expect(await keeping("{ labs { rank mood } }")).toBe("private, no-cache");
});

it("a partner's answer cannot prolong what is cached, neither of its own fields nor of the hub's", async () => {
	const schema = buildSubgraphSchema({ typeDefs: parse(RANKS), resolvers: RESOLVERS });
	const extensions = { cacheControl: { "Query.labs": 31_536_000, "Lab.rank": 31_536_000 } };
	let answered = 0;
	partner.behave(async (_request, response) => {
		const { query, variables } = partner.asked.at(-1)?.body ?? {};
		const answer = await graphql({ schema, source: query ?? "", variableValues: variables });
		answered++;
		response
			.writeHead(200, { "content-type": "application/json", "cache-control": "max-age=9999" })
			.end(JSON.stringify({ ...answer, extensions }));
	});
	expect(await keeping("{ labs { rank } }")).toBe("public, max-age=30, stale-while-revalidate=30");
	expect(answered).toBe(1);
	partner.behave(undefined);
});

it("an answer without a partner's field is not cacheable", async () => {
	partner.behave((_request, response) => void response.writeHead(500).end());
	const query = encodeURIComponent("{ labs { name rank } }");
	const { headers, text } = await get(`${hub.url}/graphql?query=${query}`);
	expect(JSON.parse(text)).toMatchObject({
		data: { labs: [{ name: "Lab a", rank: null }] },
		errors: [{ extensions: { code: "UNAVAILABLE" } }],
	});
	expect([headers["cache-control"], headers.etag]).toEqual(["private, no-store", undefined]);
	partner.behave(undefined);
});

it("the check of a schema accepts @cacheControl, of several partners", async () => {
	const registry = await openRegistryFixture();
	try {
		for (const id of ["college", "mill"]) {
			const schema = `${CHECKED_LINK}${DEFINITION}type Sme @key(fields: "id") { id: ID! ${id}Rank: Int @cacheControl(maxAge: 60) }`;
			const owner = await registry.partner(id);
			const server = await startPartner(schema, {});
			const published = await publish(registry, owner, { name: id, url: server.url, schema });
			await server.close();
			expect(published.report).toMatchObject({ passed: true });
			expect(published.version).toMatchObject({ version: 1 });
		}
	} finally {
		await registry.close();
	}
});
