import { setTimeout as sleep } from "node:timers/promises";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, expect, it } from "vitest";
import { addExportRoutes } from "../../gateway/rest/downloads/routes.ts";
import { createLog } from "../../shared/log.ts";
import { STAFF } from "../support/viewers.ts";

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** The route before a subgraph that answers `pages` pages of a megabyte and then fails. */
async function serve(pages: number): Promise<{ url: string; asked: number }> {
	const told = { url: "", asked: 0 };
	app = fastify({ forceCloseConnections: true });
	addExportRoutes(app, {
		readViewer: async () => STAFF,
		log: createLog("silent"),
		async execute() {
			told.asked++;
			if (told.asked > pages) return { errors: [{ message: "gone" }] };
			const nodes = Array.from({ length: 100 }, () => ({ cells: ["x".repeat(10_000)] }));
			const pageInfo = { hasNextPage: true, endCursor: String(told.asked) };
			return { data: { importColumns: ["id"], exportedEngagements: { nodes, pageInfo } } };
		},
	});
	told.url = `${await app.listen({ port: 0 })}/exports/engagements.csv`;
	return told;
}

it("a subgraph that fails before the first page is an answer of its own", async () => {
	const response = await fetch((await serve(0)).url);
	expect([response.status, await response.json()]).toEqual([
		503,
		{ errors: [{ message: "gone", extensions: { code: "UNAVAILABLE" } }] },
	]);
});

it("one that fails later cuts the file off, so that half of it is not taken for the whole", async () => {
	const told = await serve(3);
	const response = await fetch(told.url);
	expect(response.status).toBe(200);
	await expect(response.text()).rejects.toThrow();
	expect((await fetch(told.url)).status).toBe(503);
});

it("no more pages are read than the client takes, and none after it went away", async () => {
	const told = await serve(Number.POSITIVE_INFINITY);
	const leaving = new AbortController();
	const response = await fetch(told.url, { signal: leaving.signal });
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
});
