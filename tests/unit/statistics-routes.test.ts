import { fastify } from "fastify";
import { expect, it } from "vitest";
import { publicAddress } from "../../gateway/http/public-address.ts";
import { formatTable } from "../../gateway/rest/statistics/formats.ts";
import { addStatisticsRoutes } from "../../gateway/rest/statistics/routes.ts";
import { LOCAL_HTTP } from "../../shared/config-http.ts";
import { createLog } from "../../shared/log.ts";
import { RELEASE, TABLE } from "../support/statistics.ts";

type Graph = { releases: object[]; down?: boolean };

/** A hub with a mock graph; counts how often tables were formatted. */
function hubOf(graph: Graph) {
	const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
	app.post<{ Body: { query: string; variables: { release?: string } } }>(
		"/graphql",
		async ({ body: { query, variables } }) => {
			if (graph.down) return { errors: [{ message: "down" }] };
			if (query.includes("statistics(")) {
				expect(variables.release).toBe("rel_one");
				return { data: { statistics: { json: JSON.stringify(TABLE) } } };
			}
			const pageInfo = { hasNextPage: false, endCursor: null };
			return { data: { releases: { nodes: graph.releases, pageInfo } } };
		},
	);
	const log = createLog("silent");
	const made: string[] = [];
	const address = publicAddress({ ...LOCAL_HTTP, publicUrl: "https://example.org/hub" }, log);
	addStatisticsRoutes(app, {
		log,
		address,
		licence: "https://example.org/licence",
		async format(job) {
			made.push(job.format);
			return Buffer.from(formatTable(job));
		},
	});
	const get = (path: string, headers: Record<string, string> = {}) =>
		app.inject({ url: `/statistics${path}`, headers });
	return { app, made, get };
}

const TABLE_PATH = "/1/engagements-by-state.csv";

it("a file of a numbered release may be kept for ever, the latest for a minute", async () => {
	const { get } = hubOf({ releases: [RELEASE] });
	const numbered = await get(TABLE_PATH);
	const latest = await get("/latest/engagements-by-state.csv");
	expect([numbered.statusCode, latest.statusCode]).toEqual([200, 200]);
	expect(latest.body).toBe(numbered.body);
	expect(numbered.headers).toMatchObject({
		"cache-control": "public, max-age=31536000, immutable",
		"content-type": "text/csv; charset=utf-8",
		"access-control-allow-origin": "*",
		link: '</hub/statistics/1/csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
	});
	expect(latest.headers).toMatchObject({
		"cache-control": "public, max-age=60",
		"content-location": "/hub/statistics/1/engagements-by-state.csv",
		etag: numbered.headers.etag,
	});
	const parquet = await get("/1/engagements-by-state.parquet");
	expect(parquet.headers.etag).not.toBe(numbered.headers.etag);
	const again = await get(TABLE_PATH, { "if-none-match": String(numbered.headers.etag) });
	expect([again.statusCode, again.body]).toEqual([304, ""]);
	expect((await get(TABLE_PATH, { "if-none-match": '"other"' })).statusCode).toBe(200);
});

it("a HEAD request gets the headers alone", async () => {
	const { app, get } = hubOf({ releases: [RELEASE] });
	const { headers } = await get(TABLE_PATH);
	const head = await app.inject({ method: "HEAD", url: `/statistics${TABLE_PATH}` });
	expect([head.statusCode, head.body, head.headers.etag, head.headers["content-length"]]).toEqual([
		200,
		"",
		headers.etag,
		headers["content-length"],
	]);
});

it("is not made for a client that has it", async () => {
	const first = hubOf({ releases: [RELEASE] });
	const { etag } = (await first.get(TABLE_PATH)).headers;
	const { made, get } = hubOf({ releases: [RELEASE] });
	expect((await get(TABLE_PATH, { "if-none-match": String(etag) })).statusCode).toBe(304);
	expect(made).toEqual([]);
});

it("a file is made once, however many ask for it", async () => {
	const { made, get } = hubOf({ releases: [RELEASE] });
	const answers = await Promise.all(Array.from({ length: 8 }, () => get(TABLE_PATH)));
	expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
	await get("/latest/engagements-by-state.csv");
	expect(made).toEqual(["csv"]);
	await get("/1/engagements-by-state.parquet");
	expect(made).toEqual(["csv", "parquet"]);
});

it("pages list releases and tables, with links that lead somewhere and text escaped", async () => {
	const { get } = hubOf({ releases: [RELEASE] });
	for (const [path, location] of [
		["", "/hub/statistics/"],
		["/1", "/hub/statistics/1/"],
	]) {
		const { statusCode, headers } = await get(path as string);
		expect([statusCode, headers.location]).toEqual([302, location]);
	}
	const all = await get("/");
	expect(all.headers["content-security-policy"]).toContain("style-src 'sha256-");
	expect(all.headers["cache-control"]).toBe("public, max-age=60");
	const one = await get("/1/");
	expect(one.body).toContain("First &lt;release&gt;.");
	expect(one.body).toContain("Synthetic.");
	const links = (page: string, base: string) =>
		[...page.matchAll(/href="([^"]+)"/g)].map(
			([, href]) => new URL(href as string, `http://x${base}`).pathname,
		);
	const found = [...links(all.body, "/"), ...links(one.body, "/1/")];
	expect(found).toEqual(
		expect.arrayContaining(["/1/", "/latest/", "/1/methods", TABLE_PATH, "/1/codebook.csv"]),
	);
	for (const path of found) expect([path, (await get(path)).statusCode]).toEqual([path, 200]);
	const methods = await get("/1/methods");
	expect(methods.headers["cache-control"]).toBe("public, max-age=3600");
	expect(methods.headers["content-type"]).toBe("text/html; charset=utf-8");
	expect(methods.body).toContain("at least 4 manufacturers");
});

it("names what is offered for what is not there", async () => {
	const { get } = hubOf({ releases: [RELEASE] });
	for (const [path, said] of [
		["/1/engagements-by-state.xlsx", "engagements-by-state, as .csv, .json, .parquet"],
		["/1/constructor.csv", "release 1 has engagements-by-state"],
		["/1/engagements-by-state", "methods, codebook.csv and csv-metadata.json"],
		["/2/methods", "/statistics/ lists the releases"],
		["/01/methods", 'no release "01"'],
		["/rel_one/", "/statistics/latest/ is the newest"],
		["/__proto__/methods", "/statistics/ lists the releases"],
	] as const) {
		const { statusCode, headers, body } = await get(path);
		expect([path, statusCode, headers["cache-control"]]).toEqual([path, 404, "no-store"]);
		const { error } = JSON.parse(body);
		expect(error).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining(said) });
	}
});

it("before the first release there is a page that says so", async () => {
	const { get } = hubOf({ releases: [] });
	expect((await get("/")).body).toContain("No release was published yet");
	const latest = await get("/latest/engagements-by-state.csv");
	expect([latest.statusCode, JSON.parse(latest.body).error.message]).toEqual([
		404,
		"No release was published yet",
	]);
});

it("while the graph is down answers 503, and serves again afterwards", async () => {
	const graph: Graph = { releases: [RELEASE], down: true };
	const { get } = hubOf(graph);
	const down = await get(TABLE_PATH);
	expect([down.statusCode, down.headers["retry-after"], down.headers["cache-control"]]).toEqual([
		503,
		"5",
		"no-store",
	]);
	graph.down = false;
	expect((await get(TABLE_PATH)).statusCode).toBe(200);
});
