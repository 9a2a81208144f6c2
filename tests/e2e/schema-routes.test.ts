import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { Supergraph } from "@apollo/federation-internals";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrameworkHub, startFrameworkHub } from "../support/frameworks/hub.ts";
import { get } from "../support/http.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import { activate, publish, registerPartner, SCHEMA } from "../support/registry-fixture.ts";

const PATHS = ["/schema.graphql", "/supergraph.graphql", "/schema/changelog"];

/** Long enough a change for its changelog to be compressed. */
const schema = SCHEMA.replace(
	"collegeName: String",
	Array.from("ABCDEFGHIJ", (letter) => `college${letter}: String`).join(" "),
);

let hub: FrameworkHub;
let server: PartnerServer;
beforeAll(async () => {
	hub = await startFrameworkHub();
	server = await startPartner(schema, {});
	const partner = await registerPartner(hub, "college", { quota: { timeoutMs: 10_000 } });
	const subgraph = { name: "ranks", url: server.url, schema };
	expect((await publish(hub, partner, subgraph)).report).toMatchObject({ passed: true });
	const { report } = await activate(hub, partner, { name: "ranks" });
	expect(report).toMatchObject({ passed: true });
	const end = Date.now() + 90_000;
	const newest = "{ supergraphVersions(first: 1) { version } }";
	while ((await hub.data(newest)).supergraphVersions[0]?.version !== "2" && Date.now() < end)
		await sleep(50);
});
afterAll(async () => {
	await hub.close();
	await server.close();
});

describe("the schema by URL", () => {
	it("is what clients see, and the supergraph composers read, without a partner's address", async () => {
		const { text: api } = await get(`${hub.url}/schema.graphql`);
		expect(buildSchema(api).getType("Sme")).toBeDefined();
		expect(api).toContain("collegeRank");
		expect(api).not.toContain("join__");
		const { text } = await get(`${hub.url}/supergraph.graphql`);
		const names = [...Supergraph.build(text).subgraphsMetadata()].map(({ name }) => name);
		expect(names).toContain("ranks");
		expect(text).not.toContain(server.url);
		expect(text).not.toContain("in-process:");
	});

	it.each(PATHS)(
		"%s has a tag, is compressed, open to every origin and answers HEAD",
		async (path) => {
			const url = hub.url + path;
			const [plain, packed] = [await get(url), await get(url, { "accept-encoding": "br" })];
			expect(plain.status).toBe(200);
			const tag = String(plain.headers.etag);
			expect(packed.headers["content-encoding"]).toBe("br");
			expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true);
			expect(packed.headers.etag).toBe(tag);
			expect((await get(url, { "if-none-match": tag })).status).toBe(304);
			expect((await get(url, { "if-none-match": '"other"' })).status).toBe(200);
			expect(plain.headers["access-control-allow-origin"]).toBe("*");
			expect(plain.headers["cache-control"]).toMatch(/max-age/);
			const head = await get(url, {}, "HEAD");
			expect([head.status, head.headers.etag, head.text]).toEqual([200, tag, ""]);
		},
	);
});

describe("the changelog by URL", () => {
	it("tells what a partner added, as JSON and as a page", async () => {
		const { text, headers } = await get(`${hub.url}/schema/changelog`);
		expect(headers["content-type"]).toMatch(/^application\/json/);
		const { entries } = JSON.parse(text);
		expect(entries).toMatchObject([
			{ version: 2, previous: 1 },
			{ version: 1, previous: null },
		]);
		expect(entries[0].changes).toContainEqual({
			criticality: "NON_BREAKING",
			path: "Sme.collegeRank",
			message: "Field 'collegeRank' was added to object type 'Sme'",
		});
		const page = await get(`${hub.url}/schema/changelog`, { accept: "text/html,*/*" });
		expect(page.headers["content-type"]).toMatch(/^text\/html/);
		expect(page.text).toContain("<code>Sme.collegeRank</code>");
		expect(page.text).toContain("Partners: ranks 1.");
	});

	it("compares two versions, and says what is wrong with the question", async () => {
		const { text } = await get(`${hub.url}/schema/changelog?from=1&to=2`);
		expect(JSON.parse(text)).toMatchObject({ version: 2, previous: 1 });
		for (const [query, status, message] of [
			["from=2&to=1", 400, /must be before/],
			["from=1&to=99", 404, /99/],
			["from=x&to=2", 400, /whole number/],
			["from=1", 400, /to: must be/],
			["since=1", 400, /the parameters are first, from and to/],
			["first=500", 400, /1 to 50/],
		] as const) {
			const answer = await get(`${hub.url}/schema/changelog?${query}`);
			expect([query, answer.status]).toEqual([query, status]);
			expect(JSON.parse(answer.text).errors[0].message).toMatch(message);
		}
	});
});
