import { request as requestRaw } from "node:http";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningGateway } from "../../gateway/server.ts";
import type { HttpConfig } from "../../shared/config-http.ts";
import { get, type Headers } from "../support/http.ts";
import { startWords } from "../support/words.ts";

let asked = 0;
const answer = async () => {
	asked++;
	return { data: { word: "here" } };
};
const hubs: RunningGateway[] = [];
async function start(http: Partial<HttpConfig> = {}): Promise<string> {
	const hub = await startWords(answer, http);
	hubs.push(hub);
	return hub.url;
}

let url: string;
let word: string;
beforeAll(async () => {
	url = await start();
	word = `${url}/graphql?query={word}`;
});
afterAll(async () => {
	for (const hub of hubs) await hub.close();
});

const PATHS = ["/graphql", "/graphiql", "/data/", "/health/live", "/nowhere"];

describe("methods and paths", () => {
	it("a query by GET needs no special header", async () => {
		expect((await get(word)).text).toBe('{"data":{"word":"here"}}\n');
	});
	it("HEAD is like GET without the body", async () => {
		const [head, full] = [await get(word, {}, "HEAD"), await get(word)];
		expect([head.status, head.text]).toEqual([200, ""]);
		for (const name of ["content-type", "content-length", "etag", "cache-control"])
			expect([name, head.headers[name]]).toEqual([name, full.headers[name]]);
	});
	it("a trailing slash is ignored, and other methods get the allowed ones", async () => {
		expect((await get(`${url}/graphql/?query={word}`)).status).toBe(200);
		expect((await get(`${url}/health/live/`)).status).toBe(200);
		for (const path of ["/graphql", "/graphql/"]) {
			const put = await get(`${url}${path}`, {}, "PUT");
			expect([put.status, put.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
		}
		const nowhere = await get(`${url}/nowhere`);
		expect([nowhere.status, JSON.parse(nowhere.text).errors[0].extensions.code]).toEqual([
			404,
			"NOT_FOUND",
		]);
	});
	it("mutations by GET are rejected", async () => {
		asked = 0;
		const say = await get(`${url}/graphql?query=mutation{say(word:"x")}`);
		expect([say.status, say.headers.allow, asked]).toEqual([405, "POST", 0]);
	});
	it("an invalid Host header has no effect", async () => {
		const statusOf = (host: string) =>
			new Promise((done, failed) => {
				requestRaw(word, { headers: { host } }, (response) => {
					response.resume();
					done(response.statusCode);
				})
					.on("error", failed)
					.end();
			});
		for (const host of ["a b", "evil:99999999", "[::"]) expect(await statusOf(host)).toBe(200);
	});
});

describe("cross-site requests cannot use cookies", () => {
	const COOKIE = { cookie: "session=1" };
	it.each([
		["with a cookie", COOKIE, 403],
		["with a cookie, from another site", { ...COOKIE, "sec-fetch-site": "cross-site" }, 403],
		["with a cookie, from a site beside", { ...COOKIE, "sec-fetch-site": "same-site" }, 403],
		["with a cookie and a form's type", { ...COOKIE, "content-type": "text/plain" }, 403],
		["from the hub's own page", { ...COOKIE, "sec-fetch-site": "same-origin" }, 200],
		["typed into the address bar", { ...COOKIE, "sec-fetch-site": "none" }, 200],
		["with a header that was asked for", { ...COOKIE, "apollo-require-preflight": "1" }, 200],
		["with the type of JSON", { ...COOKIE, "content-type": "application/json" }, 200],
	])("GET %s", async (_, headers, status) => {
		expect((await get(word, headers as Headers)).status).toBe(status);
	});
	it.each([
		"application/x-www-form-urlencoded",
		"multipart/form-data; boundary=x",
		"text/plain",
		"",
	])("POST as %s is not read", async (type) => {
		asked = 0;
		for (const cookie of [{}, COOKIE]) {
			const headers = { ...cookie, ...(type && { "content-type": type }) };
			const posted = await get(`${url}/graphql`, headers, "POST", '{"query":"{ word }"}');
			expect(posted.status).toBe("cookie" in cookie ? 403 : 415);
		}
		expect(asked).toBe(0);
	});
});

describe("CORS", () => {
	const OTHER = "https://dashboard.example";
	const preflight = (base: string, path: string, origin: string, wanted: string) =>
		get(
			base + path,
			{
				origin,
				"access-control-request-method": "POST",
				"access-control-request-headers": wanted,
			},
			"OPTIONS",
		);
	const allowed = ({ headers }: { headers: Record<string, unknown> }) => [
		headers["access-control-allow-origin"],
		headers["access-control-allow-credentials"],
		/\bauthorization\b/.test(String(headers["access-control-allow-headers"])),
	];

	it.each(PATHS)("ask as the public unless configured: %s", async (path) => {
		const asking = await preflight(url, path, OTHER, "content-type");
		expect(asking.status).toBe(204);
		expect(allowed(asking)).toEqual(["*", undefined, false]);
		expect(asking.headers["access-control-allow-headers"]).toContain("content-type");
		const read = await get(url + path, { origin: OTHER });
		expect(read.headers["access-control-allow-origin"]).toBe("*");
		expect(read.headers["access-control-allow-credentials"]).toBeUndefined();
	});

	it("with a token if listed, and never together with *", async () => {
		const named = await start({ corsOrigins: ["*", "https://console.example"] });
		const known = await preflight(named, "/graphql", "https://console.example", "authorization");
		expect(allowed(known)).toEqual(["https://console.example", "true", true]);
		const stranger = await preflight(named, "/graphql", OTHER, "authorization");
		expect(allowed(stranger)).toEqual(["*", undefined, false]);
		for (const origin of [OTHER, "https://console.example", undefined]) {
			const read = await get(`${named}/graphql?query={word}`, origin ? { origin } : {});
			expect(String(read.headers.vary).toLowerCase()).toMatch(/(^|, )origin(,|$)/);
		}
	});

	it("not at all if none is listed, except for open data", async () => {
		const closed = await start({ corsOrigins: [] });
		expect(
			allowed(await get(`${closed}/graphql?query={word}`, { origin: OTHER }))[0],
		).toBeUndefined();
		expect(allowed(await get(`${closed}/data/`, { origin: OTHER }))[0]).toBe("*");
	});
});

describe("headers of every response", () => {
	it.each([
		...PATHS,
		"/graphql?query={word}",
		"/graphql?query={",
		"/data/none.csv",
		"/data/%E0%A4%A",
		"/",
	])("%s", async (path) => {
		const { headers } = await get(url + path);
		expect(headers).toMatchObject({
			"x-content-type-options": "nosniff",
			"x-frame-options": "DENY",
			"referrer-policy": "no-referrer",
			"content-security-policy": expect.stringMatching(
				/^default-src 'none'; .*frame-ancestors 'none'$/,
			),
		});
		expect(headers["content-security-policy"]).not.toMatch(
			/https?:|unsafe-eval|script-src[^;]*unsafe/,
		);
		expect(headers["strict-transport-security"]).toBeUndefined();
	});
	it("keys of Object.prototype are not tables or formats", async () => {
		for (const key of ["toString", "constructor", "__proto__", "hasOwnProperty", "valueOf"])
			for (const file of [`institutes.${key}`, `${key}.csv`, `${key}`])
				expect([file, (await get(`${url}/data/${file}`)).status]).toEqual([file, 404]);
	});
});

describe("behind a proxy", () => {
	it("requests work with and without the path of the public URL", async () => {
		const base = await start({ publicUrl: "https://data.example.org/hub" });
		const evil = { host: "evil.example", "x-forwarded-host": "evil.example" };
		const { headers } = await get(`${base}/hub/health/live`);
		expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+$/);
		expect((await get(`${base}/hub/graphql?query={word}`)).text).toContain("here");
		for (const path of ["/hub", "/hub/", "/"])
			expect((await get(base + path, evil)).headers.location).toBe("/hub/graphiql");
		expect((await get(`${base}/hub/data`)).headers.location).toBe("/hub/data/");
		const page = await get(`${base}/hub/graphiql`);
		expect(page.text).toContain('"endpoint":"/hub/graphql"');
		expect((await get(base + (/src="([^"]+)"/.exec(page.text)?.[1] ?? ""))).status).toBe(200);
		expect((await get(`${base}/hubs/graphql?query={word}`)).status).toBe(404);
	});
	it("listens on the configured address only", async () => {
		const port = new URL(url).port;
		await expect(request(`http://127.0.0.2:${port}/health/live`)).rejects.toThrow(/ECONNREFUSED/);
		const open = await start({ host: "0.0.0.0" });
		const other = open.replace("127.0.0.1", "127.0.0.2");
		expect((await get(`${other}/health/live`)).status).toBe(200);
	});
});
