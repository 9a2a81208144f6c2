import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fastify } from "fastify";
import { expect, it } from "vitest";
import { publicAddress } from "../../gateway/http/address.ts";
import { addDataRoutes } from "../../gateway/rest/data/routes.ts";
import { OPEN_DATA } from "../../shared/config.ts";
import { LOCAL_HTTP } from "../../shared/config-http.ts";
import { createLog } from "../../shared/log.ts";

/** A hub with a mock graph that returns one list after the other, or fails. */
function hubOf(list: () => Promise<object>) {
	const app = fastify({ forceCloseConnections: true });
	app.post<{ Body: { query: string } }>("/graphql", async ({ body }) => {
		if (body.query.includes("documents"))
			return {
				data: { documents: [], changes: { nodes: [{ id: "chg_1", at: "2026-01-02T00:00" }] } },
			};
		return list();
	});
	const log = createLog("silent");
	addDataRoutes(app, log, publicAddress(LOCAL_HTTP, log), OPEN_DATA);
	return app;
}
const page = (nodes: object[], hasNextPage = false) => ({
	data: { list: { nodes, pageInfo: { hasNextPage, endCursor: "x" } } },
});

it("limits concurrent downloads of records and sends the others Retry-After", async () => {
	let go = () => {};
	const released = new Promise<void>((done) => {
		go = done;
	});
	let reading = 0;
	const app = hubOf(async () => {
		reading += 1;
		await released;
		return page([{ id: "eng-1", sme: { id: "sme_a" } }]);
	});
	const url = "/data/engagements.csv";
	const waiting = Array.from({ length: 4 }, async () => app.inject({ url }));
	await expect.poll(() => reading).toBe(4);
	const { statusCode, headers } = await app.inject({ url });
	expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
	expect([headers.etag, headers["cache-control"]]).toEqual([undefined, "no-store"]);
	go();
	for (const answer of await Promise.all(waiting))
		expect([answer.statusCode, answer.body.split("\n")[1]]).toEqual([
			200,
			expect.stringMatching(/^eng-1,sme_a,/),
		]);
	expect((await app.inject({ url })).statusCode).toBe(200);
});

it("aborts a download if the graph fails half-way, and serves the next", async () => {
	let asked = 0;
	const app = hubOf(async () => {
		asked += 1;
		return asked === 2
			? { errors: [{ message: "down" }] }
			: page([{ id: `sme_${asked}` }], asked < 3);
	});
	const url = await app.listen({ port: 0 });
	const broken = await fetch(`${url}/data/manufacturers.json`);
	expect(broken.status).toBe(200);
	await expect(broken.text()).rejects.toThrow();
	asked = 2;
	expect(await (await fetch(`${url}/data/manufacturers.json`)).json()).toMatchObject({ count: 1 });
	await app.close();
});

it("answers HEAD without reading records, and frees the slot of a client that disconnected", async () => {
	let asked = 0;
	const app = hubOf(async () => {
		asked += 1;
		return page([{ id: `sme_${asked}`, name: randomBytes(200_000).toString("base64") }], true);
	});
	const url = `${await app.listen({ port: 0 })}/data/manufacturers.csv`;
	const head = await fetch(url, { method: "HEAD" });
	expect([head.status, head.headers.get("content-type"), asked]).toEqual([
		200,
		"text/csv; charset=utf-8",
		0,
	]);
	for (let i = 0; i < 6; i++) {
		const leaving = new AbortController();
		const response = await fetch(url, { signal: leaving.signal });
		expect(response.status).toBe(200);
		await response.body?.getReader().read();
		leaving.abort();
		// Four downloads run at once, and no page is read for clients that disconnected.
		await settled(() => asked);
	}
	await app.close();
});

/** Waits until a count no longer changes. */
async function settled(count: () => number): Promise<number> {
	for (let last = -1; last !== count(); await sleep(100)) last = count();
	return count();
}
