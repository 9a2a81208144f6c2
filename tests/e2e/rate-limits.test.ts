import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { ask } from "../support/hub.ts";
import { closeAll, closing, NOBODY_EXEMPT, start } from "../support/limited-hub.ts";
import { memoryRegistry } from "../support/memory-registry.ts";
import { startPartnerHub } from "../support/partner-hub.ts";
import { startPartner, version } from "../support/partner-server.ts";

afterEach(closeAll);

describe("requests", () => {
	it("are counted by address or token, with RateLimit headers, and rejected above the limit", async () => {
		const hub = await start({
			...NOBODY_EXEMPT,
			rateRequests: { ...DEFAULT_LIMITS.rateRequests, PUBLIC: 3, FIELD_STAFF: 5 },
		});
		const get = (path: string, headers: Record<string, string> = {}) =>
			fetch(hub.url + path, { headers, redirect: "manual" });
		const first = await get("/data/");
		expect(first.headers.get("ratelimit-policy")).toBe('"requests";q=3;w=60');
		expect(first.headers.get("ratelimit")).toMatch(/^"requests";r=2;t=(60|59)$/);
		await ask(hub, "{ word }");
		await get("/");
		const refused = await get("/graphql?query={word}", { "apollo-require-preflight": "1" });
		expect([refused.status, await refused.json()]).toEqual([
			429,
			{
				errors: [
					{
						message: expect.stringMatching(
							/^The limit is 3 requests per minute; try again in \d+ s$/,
						),
						extensions: { code: "RATE_LIMITED" },
					},
				],
			},
		]);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(refused.headers.get("ratelimit")).toMatch(/^"requests";r=0;t=\d+$/);
		const own = await ask(hub, "{ word }", {}, { authorization: "Bearer staff-1" });
		expect(own.status).toBe(200);
		for (let i = 0; i < 10; i++) expect((await get("/health/live")).status).toBe(200);
	});

	it("are also counted by cost; rejected operations are not", async () => {
		const hub = await start({
			...NOBODY_EXEMPT,
			rateCost: { ...DEFAULT_LIMITS.rateCost, PUBLIC: 400 },
		});
		const query = "query($first: Int!) { rows(first: $first) { id } }";
		const rows = (first: number) => ask(hub, query, { first });
		// The first time, two fields have no cached plan: a hundred each.
		expect((await rows(160)).status).toBe(200);
		const { status, body } = await rows(50);
		expect([status, body.errors?.[0]]).toEqual([
			429,
			{
				message: expect.stringMatching(/^The limit is 400 units of cost per minute; try again in/),
				extensions: { code: "RATE_LIMITED" },
			},
		]);
		const last = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query, variables: { first: 30 } }),
		});
		expect([last.status, last.headers.get("ratelimit")]).toEqual([
			200,
			expect.stringMatching(/^"requests";r=597;t=\d+, "cost";r=10;t=\d+$/),
		]);
	});

	it("for trusted operations may cost more, and others can be disallowed", async () => {
		const known = "query Known { rows(first: 300) { id } }";
		const hash = (text: string) => createHash("sha256").update(text).digest("hex");
		const trustedFile = join(mkdtempSync(join(tmpdir(), "trusted-")), "manifest.json");
		writeFileSync(
			trustedFile,
			JSON.stringify({
				format: "apollo-persisted-query-manifest",
				version: 1,
				operations: [{ id: hash(known), name: "Known", type: "query", body: known }],
			}),
		);
		const hub = await start({
			trustedFile,
			trustedCostFactor: 4,
			trustedOnly: ["PUBLIC"],
			cost: { ...DEFAULT_LIMITS.cost, PUBLIC: 100, FIELD_STAFF: 100 },
		});
		const staff = { authorization: "Bearer staff-1" };
		const { status, body } = await ask(hub, "{ word }");
		expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
		expect((await ask(hub, "{ word }", {}, staff)).status).toBe(200);
		const asked = await ask(hub, known.replace("Known", "Other"), {}, staff);
		expect(asked.body.errors?.[0]?.message).toMatch(/may cost 300; your limit is 100\./);
		expect((await ask(hub, known)).body.data?.rows).toHaveLength(300);
		const byId = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({
				extensions: { persistedQuery: { version: 1, sha256Hash: hash(known) } },
			}),
		});
		expect(((await byId.json()) as { data: { rows: object[] } }).data.rows).toHaveLength(300);
		writeFileSync(trustedFile, "[]");
		await expect(start({ trustedFile })).rejects.toThrow(
			/^HUB_TRUSTED_OPERATIONS: .* is not a mani/,
		);
	});

	it("for mutations are queued fairly by caller", async () => {
		const hub = await start({ mutationsAtOnce: 2, mutationsWaiting: 20 });
		const add = (subject: string) =>
			ask(hub, "mutation { add(ms: 40) }", {}, { authorization: `Bearer ${subject}` });
		const flood = Array.from({ length: 60 }, () => add("flood"));
		await sleep(100);
		const other = await add("other");
		expect(other.status).toBe(200);
		const before = hub.done.added.indexOf("other");
		const answers = await Promise.all(flood);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused[0]?.body.errors?.[0]).toMatchObject({
			message: "You have 20 mutations waiting; wait for their responses before sending more",
			extensions: { code: "RATE_LIMITED" },
		});
		expect(hub.done.added).toHaveLength(61 - refused.length);
		expect(hub.done.added.slice(before + 1).length).toBeGreaterThan(5);
	});

	it("are rejected while the event loop lags, except health checks", async () => {
		const hub = await start({ lagMs: 30 });
		let busy = true;
		const block = async () => {
			while (busy) {
				const end = performance.now() + 80;
				while (performance.now() < end);
				await sleep(1);
			}
		};
		const blocking = block();
		await expect
			.poll(async () => (await ask(hub, "{ word }")).status, { timeout: 20_000, interval: 20 })
			.toBe(503);
		const refused = await fetch(`${hub.url}/data/`);
		expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
		expect(await refused.json()).toMatchObject({
			errors: [{ extensions: { code: "UNAVAILABLE" } }],
		});
		expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
		busy = false;
		await blocking;
		await expect
			.poll(async () => (await ask(hub, "{ word }")).status, { timeout: 20_000 })
			.toBe(200);
	});
});

describe("a partner", () => {
	it("gets no further requests when the client disconnects, which is not its failure", async () => {
		const partner = await startPartner();
		closing.push(partner.close);
		const registry = memoryRegistry();
		registry.versions = [version(partner.url)];
		const hub = await startPartnerHub(registry);
		closing.push(hub.close);
		const query = "{ smes { credentials { name } } }";
		let dropped = 0;
		partner.behave((_, response) => response.on("close", () => dropped++));
		for (let i = 0; i < 8; i++)
			await expect(
				fetch(`${hub.url}/graphql`, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ query }),
					signal: AbortSignal.timeout(100),
				}),
			).rejects.toThrow(/timeout/);
		await expect.poll(() => dropped).toBe(8);
		partner.behave(undefined);
		expect(await hub.ask(query)).toMatchObject({ data: { smes: [{ credentials: [{}] }, {}] } });
	});

	it("declares the cost of its fields; lists without a size count as a hundred", async () => {
		const partner = await startPartner();
		closing.push(partner.close);
		const registry = memoryRegistry();
		const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
type Sme @key(fields: "id") { id: ID! credentials: [Credential!]! few: [Credential!] @listSize(assumedSize: 3) score: Int @cost(weight: 40) }
type Credential { name: String! }`;
		registry.versions = [version(partner.url, { sdl })];
		const hub = await startPartnerHub(registry);
		closing.push(hub.close);
		const costOf = async (fields: string) => {
			const query = `{ sme(id: "none") { ${fields} } }`;
			const answer = await hub.ask(query, {}, { "x-hub-cost": "true" });
			return (answer as { extensions?: { cost: { requested: number } } }).extensions?.cost
				.requested;
		};
		expect(await costOf("credentials { name }")).toBe(101);
		expect(await costOf("few { name }")).toBe(4);
		expect(await costOf("score")).toBe(41);
	});
});
