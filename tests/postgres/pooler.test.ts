import pg from "pg";
import sql from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterEach, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { loadSeeds } from "../../seeds/load.ts";
import { openDatabase } from "../../shared/database/database.ts";
import { openSnapshot } from "../../shared/database/snapshot.ts";
import { openSnapshots } from "../../shared/database/snapshots.ts";
import { ask, dataOf, SEEDS, startEmbedded } from "../support/hub.ts";
import { PGBOUNCER, pgBouncer } from "../support/pgbouncer.ts";
import { emptyStorage } from "../support/storage.ts";
import { transactionPooler } from "../support/transaction-pooler.ts";
import { STAFF } from "../support/viewers.ts";

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** Fewer connections than the hub would like, so that they are passed on often. */
const MOST = 4;
const POOLERS = [
	{ name: "a pooler that gives each transaction another connection", start: transactionPooler },
	...(PGBOUNCER ? [{ name: "PgBouncer in transaction mode", start: pgBouncer }] : []),
];

async function direct(databaseUrl: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	closing.push(() => client.end());
	return client;
}

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";

describe.each(POOLERS)("behind $name", ({ start }) => {
	async function pooled() {
		const { dataDir, databaseUrl = "" } = await emptyStorage();
		const pooler = await start(databaseUrl, MOST);
		closing.push(pooler.close);
		return { dataDir, databaseUrl, url: pooler.url };
	}

	it("two hubs load their tables, answer from every subgraph and write", async () => {
		const { dataDir, url } = await pooled();
		await loadSeeds({ dataDir, databaseUrl: url, seedsDir: SEEDS, say: () => undefined });
		const hubs = [
			await startEmbedded(dataDir, undefined, url),
			await startEmbedded(dataDir, undefined, url),
		] as const;
		for (const hub of hubs) closing.push(hub.close);
		const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
		const [{ id: smeId }] = (await dataOf(hubs[0], "{ smes(first: 1) { nodes { id } } }")).smes
			.nodes;
		const input = (key: string) => ({
			input: { clientMutationId: key, smeId, kind: "EVENT", startedOn: "2024-03-04" },
		});
		const made = await Promise.all(
			Array.from({ length: 24 }, (_, i) =>
				ask(hubs[(i % 2) as 0 | 1], LOG, input(`key-${i >> 1}`), headers),
			),
		);
		expect(made.flatMap(({ body }) => body.errors ?? [])).toEqual([]);
		const ids = made.map(
			({ body }) => (body.data as never as { logEngagement: { id: string } }).logEngagement.id,
		);
		expect(new Set(ids).size).toBe(12);
		const all = await dataOf(
			hubs[1],
			'{ institutes { totalCount } mepCenters { totalCount } trace(first: 5, where: { center: { states: ["US-GA"] } }) { totalCount nodes { center { name } } } traceTotals(by: [KIND]) { smeCount } changes(first: 5) { nodes { recordId } } }',
		);
		expect(all.mepCenters.totalCount).toBeGreaterThan(50);
		expect(all.trace.nodes[0].center.name).toBeTruthy();
		const ready = await fetch(`${hubs[0].url}/health/ready`);
		expect(await ready.json()).toEqual({ status: "ready" });
	}, 120_000);

	it("snapshots see one state of their own schema", async () => {
		const { dataDir, url } = await pooled();
		const storage = { dataDir, databaseUrl: url };
		const database = await openDatabase({
			...{ ...storage, name: "things", rows: [] },
			migrations: [Things1700000000000],
		});
		closing.push(() => database.close());
		const add = () => database.write((manager) => manager.query("INSERT INTO things VALUES (1)"));
		await add();
		const count = sql`SELECT COUNT(*) AS n FROM things`;
		const snapshot = await openSnapshot(storage, "things");
		const snapshots = await openSnapshots({ ...storage, name: "things" });
		closing.push(snapshot.close, snapshots.close);
		expect(await snapshot.read(count)).toEqual([{ n: 1 }]);
		await snapshots.read(async (reader) => {
			expect(await reader.read(count)).toEqual([{ n: 1 }]);
			await add();
			expect(await reader.read(count)).toEqual([{ n: 1 }]);
		});
		expect(await snapshot.read(count)).toEqual([{ n: 1 }]);
		expect(await database.read(count)).toEqual([{ n: 2 }]);
	});

	it("a migration that fails leaves no table and no lock, and the next start makes all", async () => {
		const { dataDir, databaseUrl, url } = await pooled();
		const open = (migrations: Array<new () => MigrationInterface>) =>
			openDatabase({ ...{ dataDir, databaseUrl: url, name: "things", rows: [] }, migrations });
		await expect(open([Things1700000000000, Fails1700000001000])).rejects.toThrow(/on purpose/);
		const client = await direct(databaseUrl);
		const left = await client.query(
			"SELECT nspname FROM pg_namespace WHERE nspname = 'things' UNION ALL SELECT locktype FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
		);
		expect(left.rows).toEqual([]);
		const database = await open([Things1700000000000]);
		closing.push(() => database.close());
		expect(await database.read(sql`SELECT COUNT(*) AS n FROM things`)).toEqual([{ n: 0 }]);
	});

	it("leaves nothing in the sessions: no setting and no lock", async () => {
		const { dataDir, url } = await pooled();
		const database = await openDatabase({
			...{ dataDir, databaseUrl: url, name: "things", rows: [] },
			migrations: [Things1700000000000],
		});
		closing.push(() => database.close());
		const inside = "SELECT current_schema() AS schema, current_setting('lock_timeout') AS lock";
		for (let i = 0; i < 2 * MOST; i++)
			expect(await database.write((manager) => manager.query(inside))).toEqual([
				{ schema: "things", lock: "30s" },
			]);
		const client = await direct(url);
		for (let i = 0; i < 2 * MOST; i++)
			expect((await client.query(inside)).rows).toEqual([{ schema: "public", lock: "0" }]);
	});
});

class Things1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await runner.query("CREATE TABLE things (id integer)");
	}
	async down(): Promise<void> {}
}
class Fails1700000001000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await runner.query("CREATE TABLE more (id integer)");
		throw new Error("failed on purpose");
	}
	async down(): Promise<void> {}
}
