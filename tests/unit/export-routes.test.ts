import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, expect, it } from "vitest";
import { compressAnswers } from "../../gateway/http/compression.ts";
import { addExportRoutes } from "../../gateway/rest/downloads/routes.ts";
import { createLog } from "../../shared/log.ts";
import { STAFF } from "../support/viewers.ts";

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** The route with a mock subgraph that returns `pages` pages of a megabyte and then fails. */
async function serve(pages: number): Promise<{ url: string; asked: number }> {
	const told = { url: "", asked: 0 };
	app = fastify({ forceCloseConnections: true });
	await compressAnswers(app);
	addExportRoutes(app, {
		readViewer: async () => STAFF,
		log: createLog("silent"),
		async execute() {
			told.asked++;
			if (told.asked > pages) return { errors: [{ message: "gone" }] };
			// Incompressible bytes.
			const nodes = Array.from({ length: 100 }, () => ({
				cells: [randomBytes(7500).toString("base64")],
			}));
			const pageInfo = { hasNextPage: true, endCursor: String(told.asked) };
			return { data: { importColumns: ["id"], exportedEngagements: { nodes, pageInfo } } };
		},
	});
	told.url = `${await app.listen({ port: 0 })}/exports/engagements.csv`;
	return told;
}

it("an error of the subgraph before the first page is returned", async () => {
	const response = await fetch((await serve(0)).url);
	expect([response.status, await response.json()]).toEqual([
		503,
		{ errors: [{ message: "gone", extensions: { code: "UNAVAILABLE" } }] },
	]);
});

it.each(["identity", "gzip", "br"])(
	"a later error aborts the file (%s), so that an incomplete file is not mistaken for a complete one",
	async (encoding) => {
		const told = await serve(3);
		const headers = { "accept-encoding": encoding };
		const response = await fetch(told.url, { headers });
		expect(response.headers.get("content-encoding") ?? "identity").toBe(encoding);
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow();
		expect((await fetch(told.url)).status).toBe(503);
	},
);

it("answers HEAD without reading the file", async () => {
	const told = await serve(Number.POSITIVE_INFINITY);
	const response = await fetch(told.url, { method: "HEAD" });
	expect([response.status, response.headers.get("content-type")]).toEqual([
		200,
		"text/csv; charset=utf-8",
	]);
	await sleep(300);
	expect(told.asked).toBe(1);
});

it.each(["identity", "gzip"])(
	"pages are read only as fast as the client receives them (%s), and none after it disconnected",
	async (encoding) => {
		const told = await serve(Number.POSITIVE_INFINITY);
		const leaving = new AbortController();
		const headers = { "accept-encoding": encoding };
		const response = await fetch(told.url, { signal: leaving.signal, headers });
		await response.body?.getReader().read();
		await sleep(300);
		const before = told.asked;
		expect(before).toBeLessThan(30);
		leaving.abort();
		await sleep(300);
		const after = told.asked;
		await sleep(300);
		expect([told.asked, after - before]).toEqual([
			after,
			expect.toSatisfy((more: number) => more <= 1),
		]);
	},
);
