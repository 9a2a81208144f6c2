import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningGateway } from "../../gateway/server.ts";
import { get } from "../support/http.ts";
import { startWords } from "../support/words.ts";

const LONG = "a long word ".repeat(200);
let copies = 1;
const answer = async ({ request: { query } }: { request: { query: string } }) => ({
	data: query.includes("words")
		? { words: Array(copies).fill(LONG) }
		: { word: "here", secret: "secret" },
	...(query.includes("broken") && { errors: [{ message: "broken" }] }),
});

let hub: RunningGateway;
let url: string;
let word: string;
let words: string;
let secret: string;
beforeAll(async () => {
	hub = await startWords(answer);
	url = hub.url;
	word = `${url}/graphql?query={word}`;
	words = `${url}/graphql?query={words}`;
	secret = `${url}/graphql?query={secret}`;
});
afterAll(() => hub.close());

describe("compression", () => {
	it("compresses responses of 1 KB or more, in an encoding the client accepts", async () => {
		const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
		const plain = await get(words);
		for (const encoding of ["br", "gzip"] as const) {
			const packed = await get(words, { "accept-encoding": encoding });
			expect(packed.headers["content-encoding"]).toBe(encoding);
			expect(packed.bytes.length).toBeLessThan(300);
			expect(unpack[encoding](packed.bytes).toString()).toBe(plain.text);
			expect(packed.headers.etag).toBe(plain.headers.etag);
		}
		const body = '{"query":"{ words }"}';
		const headers = { "accept-encoding": "gzip, deflate, br", "content-type": "application/json" };
		expect((await get(`${url}/graphql`, headers, "POST", body)).headers["content-encoding"]).toBe(
			"br",
		);
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect(String(plain.headers.vary)).toContain("accept-encoding");
		expect(
			(await get(word, { "accept-encoding": "br" })).headers["content-encoding"],
		).toBeUndefined();
	});

	it.each([
		["br", brotliDecompressSync],
		["gzip", gunzipSync],
	] as const)("compresses large answers in one piece: %s", async (encoding, unpack) => {
		copies = 60;
		const body = '{"query":"{ words }"}';
		const json = { "content-type": "application/json" };
		const plain = await get(`${url}/graphql`, json, "POST", body);
		const wanted = { ...json, "accept-encoding": encoding };
		const packed = await get(`${url}/graphql`, wanted, "POST", body);
		const refused = await get(
			`${url}/graphql`,
			{ ...wanted, "x-no-compression": "1" },
			"POST",
			body,
		);
		copies = 1;
		expect(plain.bytes.length).toBeGreaterThan(100_000);
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect(packed.headers).toMatchObject({
			"content-encoding": encoding,
			"content-length": String(packed.bytes.length),
			vary: expect.stringContaining("accept-encoding"),
		});
		expect(unpack(packed.bytes).toString()).toBe(plain.text);
		expect(refused.text).toBe(plain.text);
	});
});

describe("caching", () => {
	const TOKEN = { authorization: "admin" };
	it("only responses that are the same for everybody are cacheable", async () => {
		const kept = await get(word);
		expect(kept.headers["cache-control"]).toBe("public, max-age=60, stale-while-revalidate=60");
		expect(String(kept.headers.vary)).toMatch(/authorization/);
		const head = await get(word, {}, "HEAD");
		for (const name of ["cache-control", "etag", "vary"])
			expect(head.headers[name]).toBe(kept.headers[name]);
		const post = { "content-type": "application/json" };
		const others = [
			await get(word, TOKEN),
			await get(secret, TOKEN),
			await get(`${url}/graphql?query={word,broken}`),
			await get(word, { "x-hub-cost": "true" }),
			await get(`${url}/graphql`, post, "POST", '{"query":"{ word }"}'),
			await get(`${url}/graphql?query={wort}`),
			await get(`${url}/graphql?extensions={"persistedQuery":{"version":1,"sha256Hash":"x"}}`),
			await get(`${url}/nowhere`),
			await get(`${url}/health/live`),
			await get(`${url}/graphql`, post, "POST", '{"query":"mutation { say(word: \\"x\\") }"}'),
			await get(`${url}/graphql?query=mutation{say(word:"x")}`),
		];
		for (const { headers } of others) expect(headers["cache-control"]).toMatch(/no-store$/);
		for (const { headers } of others) expect(headers.etag).toBeUndefined();
		const never = await startWords(answer, { cacheSeconds: 0 });
		const { headers } = await get(`${never.url}/graphql?query={word}`);
		expect(headers["cache-control"]).toBe("private, no-store");
		await never.close();
		const rarely = await startWords(answer, { cacheSeconds: 5 });
		expect((await get(`${rarely.url}/graphql?query={word}`)).headers["cache-control"]).toBe(
			"public, max-age=5, stale-while-revalidate=5",
		);
		await rarely.close();
	});

	it("what the public sees of records is asked again each time, and not sent again", async () => {
		for (const query of [secret, `${url}/graphql?query={word,secret}`]) {
			const { headers, status } = await get(query);
			expect([status, headers["cache-control"]]).toEqual([200, "private, no-cache"]);
			expect(String(headers.vary)).toMatch(/authorization/);
			const again = await get(query, { "if-none-match": String(headers.etag) });
			expect([again.status, again.text]).toEqual([304, ""]);
			expect(again.headers["cache-control"]).toBe("private, no-cache");
			const asStaff = await get(query, { ...TOKEN, "if-none-match": String(headers.etag) });
			expect([asStaff.status, asStaff.headers.etag]).toEqual([200, undefined]);
			expect(asStaff.text).toContain("secret");
		}
	});

	it("a cacheable response is kept for each origin where pages of some may send a token", async () => {
		const listed = await startWords(answer, { corsOrigins: ["*", "https://console.example"] });
		const origins: Array<Record<string, string>> = [{}, { origin: "https://console.example" }];
		for (const headers of origins) {
			const kept = await get(`${listed.url}/graphql?query={word}`, headers);
			expect(kept.headers["cache-control"]).toMatch(/^public/);
			expect(String(kept.headers.vary).toLowerCase()).toContain("origin");
		}
		await listed.close();
	});

	it("errors for oversized responses are not cacheable, nor are responses with the cost", async () => {
		const small = await startWords(answer, {}, undefined, { answerBytes: 1000 });
		const large = await get(`${small.url}/graphql?query={words}`);
		expect([large.headers["cache-control"], large.text]).toEqual([
			"private, no-store",
			expect.stringContaining("larger than 1000 bytes"),
		]);
		const statuses = ["application/json", "application/graphql-response+json"].map(
			async (accept) => (await get(`${small.url}/graphql?query={words}`, { accept })).status,
		);
		expect(await Promise.all(statuses)).toEqual([200, 400]);
		await small.close();
		const cost = await get(word, { "x-hub-cost": "true" });
		expect(cost.text).toContain('"cost"');
		expect(cost.headers["cache-control"]).toBe("private, no-store");
		expect(String((await get(word)).headers.vary)).toContain("x-hub-cost");
	});

	it.each(["/graphql?query={word}", "/data/", "/graphiql"])(
		"a current copy is not sent again: %s",
		async (path) => {
			const { headers } = await get(url + path);
			const tag = String(headers.etag);
			expect(tag).toMatch(/^W\/"/);
			for (const known of [tag, tag.slice(2), `"x", ${tag}`, `W/"x",${tag.slice(2)}, "y"`, "*"]) {
				const again = await get(url + path, {
					"if-none-match": known,
					"cache-control": "no-cache",
				});
				expect([known, again.status, again.text]).toEqual([known, 304, ""]);
				expect(again.headers.etag).toBe(tag);
				expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
			}
			for (const unknown of ['"x"', tag.replace(/.$/, 'x"'), `"x${tag}"`])
				expect((await get(url + path, { "if-none-match": unknown })).status).toBe(200);
		},
	);
});

describe("GraphiQL", () => {
	it("is a small page with files that are compressed once and cached forever", async () => {
		const page = await get(`${url}/graphiql`, { accept: "text/html" });
		expect(page.bytes.length).toBeLessThan(5000);
		expect(page.headers["cache-control"]).toBe("no-cache");
		const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
		expect(files).toHaveLength(3);
		let total = 0;
		for (const file of files) {
			expect(file).toMatch(/^\/graphiql\/\w+\.[0-9a-f]{16}\.(js|css|ico)$/);
			const br = await get(url + file, { "accept-encoding": "gzip, deflate, br, zstd" });
			expect(br.headers).toMatchObject({
				"cache-control": "public, max-age=31536000, immutable",
				"content-encoding": "br",
				"x-content-type-options": "nosniff",
			});
			total += br.bytes.length;
			const plain = await get(url + file);
			expect(plain.headers["content-encoding"]).toBeUndefined();
			expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
		}
		expect(total).toBeLessThan(2_000_000);
		expect((await get(`${url}/graphiql/app.0000000000000000.js`)).status).toBe(404);
	});
	it("is where a browser is redirected from /graphql, and loads nothing from other origins", async () => {
		const sent = await get(`${url}/graphql`, {
			accept: "text/html,application/xhtml+xml,*/*;q=0.8",
		});
		expect([sent.status, sent.headers.location]).toEqual([302, "/graphiql"]);
		expect((await get(`${url}/graphql?query={word}`, { accept: "text/html,*/*" })).text).toContain(
			"here",
		);
	});
});
