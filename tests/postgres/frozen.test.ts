import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { startPostgres } from "../bench/postgres-server.ts";
import { type Served, served } from "../support/command.ts";
import { freeze } from "../support/frozen.ts";
import { type Answer, ask, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

const CONNECT_MS = 1000;
/** Of what a request takes besides: two looks at the server, and a machine that is busy with other tests. */
const DEADLINE_MS = 2 * CONNECT_MS + 8000;
const GRACE_MS = 1000;

let server: Awaited<ReturnType<typeof startPostgres>>;
let postmaster: number;
let hub: Served;
let headers: Record<string, string>;
let thaw: () => void = () => undefined;
beforeAll(async () => {
	server = await startPostgres();
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS text");
	postmaster = Number.parseInt(rows[0].text, 10);
	await client.end();
	const dataDir = await seededFolder();
	headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	const env = {
		PORT: "0",
		LOG_LEVEL: "info",
		HUB_DATA_DIR: dataDir,
		HUB_DATABASE_URL: server.url,
		HUB_DATABASE_CONNECT_MS: String(CONNECT_MS),
		HUB_STOP_GRACE_MS: String(GRACE_MS),
	};
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], { env });
}, 180_000);
afterEach(() => thaw());
afterAll(async () => {
	await hub.end("SIGKILL");
	await server.stop();
});

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const READ = "{ engagements(first: 1) { nodes { id } } institutes(first: 1) { nodes { id } } }";
const CREATE = {
	input: { clientMutationId: "frozen", smeId: "sme_a", kind: "EVENT", startedOn: "2024-03-04" },
};
const ready = async () => {
	const response = await fetch(`${hub.url}/health/ready`);
	return { status: response.status, body: await response.json() };
};
const INTERNAL = /127\.0\.0\.1|:\d{4}|postgres|SELECT|smes|pg_|ECONN|at \//i;

function expectUnavailable({ body }: Answer): void {
	expect(body.errors?.length).toBeGreaterThan(0);
	for (const { message, extensions } of body.errors ?? []) {
		expect(extensions.code).toBe("UNAVAILABLE");
		expect(message).not.toMatch(INTERNAL);
	}
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	const late = sleep(ms, undefined, { ref: false }).then(() => {
		throw new Error(`nothing happened within ${ms} ms`);
	});
	return Promise.race([work, late]);
}

it("a database that is frozen is told to everybody within the deadline, logged once, and used again when it goes on", async () => {
	expect((await ask(hub, READ)).body.errors).toBeUndefined();
	expect(await ready()).toEqual({ status: 200, body: { status: "ready" } });
	thaw = freeze(postmaster);
	const asked = [
		...Array.from({ length: 12 }, () => ask(hub, READ)),
		...Array.from({ length: 6 }, () => ask(hub, LOG, CREATE, headers)),
	];
	const health = await within(5000, ready());
	expect(health.status).toBe(503);
	expect(Object.keys(health.body.subgraphs).sort()).toEqual([
		...["engagements", "imports", "institutes", "mep", "registry", "sessions"],
	]);
	expect(JSON.stringify(health.body)).not.toMatch(INTERNAL);
	for (const answer of await within(DEADLINE_MS, Promise.all(asked))) expectUnavailable(answer);
	// Who comes later need not find out anew.
	expectUnavailable(await within(DEADLINE_MS, ask(hub, READ)));
	const reads = hub.said().match(/"database":"engagements","use":"read".*"a database failed"/g);
	expect(reads).toHaveLength(1);
	thaw();
	await expect.poll(async () => (await ready()).status, { timeout: 30_000 }).toBe(200);
	expect((await ask(hub, READ)).body.errors).toBeUndefined();
	expect(hub.said()).toMatch(/"database":"engagements","use":"read","failures":\d+.*answers again/);
}, 120_000);

it("a hub whose database is frozen stops within its grace", async () => {
	thaw = freeze(postmaster);
	const asked = ask(hub, READ).catch(() => undefined);
	await sleep(300);
	await within(GRACE_MS + 5000 + 4000, hub.end());
	await asked;
}, 120_000);
