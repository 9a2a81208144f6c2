import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TABLES } from "../../subgraphs/engagements/statistics/family.ts";
import { network, openReleasesFixture, type ReleasesFixture } from "../support/releases.ts";
import { OFFICE } from "../support/viewers.ts";

/** How long a process may publish before it is killed; one of them may be too long. */
const DELAYS_MS = [0, 4, 9, 15];

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add(network());
	await hub.report(2024, 1);
});
afterAll(() => hub.close());

/** Starts to publish in a process of its own; resolves when it begins. */
async function startPublishing(preview: string): Promise<ChildProcess> {
	const { dataDir, databaseUrl = "" } = hub.storage;
	const child = spawn(
		process.execPath,
		["--import", "tsx", "tests/support/publish-process.ts", dataDir, databaseUrl, preview],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	for await (const said of child.stdout as AsyncIterable<Buffer>)
		if (String(said).includes("begins")) return child;
	throw new Error("it ended before it began");
}

/** Releases that are stored; fails unless each has all of its tables and bases. */
async function wholeReleases(): Promise<number> {
	const releases = await hub.database.read<{ id: string; digest: string }>(
		sql`SELECT id, digest FROM releases`,
	);
	const [tables, bases] = await Promise.all([
		hub.database.read<{ release_id: string; table_id: string; cells: string }>(
			sql`SELECT release_id, table_id, cells FROM release_tables`,
		),
		hub.database.read<{ release_id: string; part: string }>(
			sql`SELECT release_id, part FROM release_bases`,
		),
	]);
	expect(tables).toHaveLength(releases.length * TABLES.length);
	expect(bases).toHaveLength(releases.length);
	for (const { id, digest } of releases) {
		const hash = createHash("sha256");
		for (const { id: table } of TABLES) {
			const stored = tables.find((one) => one.release_id === id && one.table_id === table);
			hash.update(`${table}\n${stored?.cells}\n`);
		}
		expect(hash.digest("hex")).toBe(digest);
	}
	return releases.length;
}

it("a process that is killed while it publishes leaves all of the release or nothing, and the next one publishes it", async () => {
	const { preview: id } = await hub.preview();
	let killed = 0;
	for (const delay of DELAYS_MS) {
		if ((await wholeReleases()) > 0) break;
		const child = await startPublishing(id);
		const ended = once(child, "exit");
		setTimeout(() => child.kill("SIGKILL"), delay);
		const [, signal] = await ended;
		if (signal === "SIGKILL" && (await wholeReleases()) === 0) killed++;
	}
	expect(killed).toBeGreaterThan(0);
	const publish =
		"mutation($preview: ID!) { publishRelease(input: { preview: $preview }) { number } }";
	expect(await hub.data(publish, { preview: id }, OFFICE)).toEqual({
		publishRelease: { number: 1 },
	});
	expect(await wholeReleases()).toBe(1);
}, 240_000);
