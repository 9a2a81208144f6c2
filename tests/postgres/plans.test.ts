import pg from "pg";
import sql from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { afterEach, expect, it } from "vitest";
import { type Database, openDatabase } from "../../shared/database/database.ts";
import { emptyStorage } from "../support/storage.ts";
import { transactionPooler } from "../support/transaction-pooler.ts";

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

class Things1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await runner.query("CREATE TABLE things (id integer, size integer)");
	}
	async down(): Promise<void> {}
}

/** A database of one connection for reads and one for writes. */
async function opened(pooled = false) {
	const storage = await emptyStorage();
	const { databaseUrl = "" } = storage;
	let url = databaseUrl;
	if (pooled) {
		const pooler = await transactionPooler(databaseUrl, 1);
		closing.push(pooler.close);
		url = pooler.url;
	}
	const database = await openDatabase({
		...{ ...storage, databaseUrl: url, name: "things", rows: [] },
		migrations: [Things1700000000000],
		bounds: { readConnections: 1, writeConnections: 1 },
	});
	closing.push(() => database.close());
	const newer = new pg.Client({ connectionString: databaseUrl });
	await newer.connect();
	closing.push(() => newer.end());
	return { database, newer };
}

const sizesOf = (database: Database, least: number) =>
	database.read(sql`SELECT t.size FROM things t WHERE t.size > ${least}`);
const all = (database: Database) => database.read(sql`SELECT t.* FROM things t WHERE t.id > ${0}`);
const add = (database: Database, id: number) =>
	database.write((manager) =>
		manager.query("INSERT INTO things (id, size) VALUES ($1, $1) RETURNING size", [id]),
	);
const often = async (run: () => Promise<unknown>) => {
	for (let i = 0; i < 8; i++) await run();
};
const kept = async (database: Database) =>
	(
		await database.read<{ statement: string }>(
			sql`SELECT statement FROM pg_prepared_statements WHERE generic_plans + custom_plans > 2`,
		)
	).map(({ statement }) => statement);

it("a statement that comes often is prepared once on a connection; one that names no columns is not", async () => {
	const { database } = await opened();
	await often(() => sizesOf(database, 0));
	await often(() => all(database));
	expect(await kept(database)).toEqual([
		'SELECT t.size FROM "things"."things" t WHERE t.size > $1',
	]);
});

it("behind a pooler nothing is prepared", async () => {
	const { database } = await opened(true);
	await often(() => sizesOf(database, 0));
	expect(await kept(database)).toEqual([]);
});

it("while a newer hub changes a table, reads go on, and a change that was not saved says so once", async () => {
	const { database, newer } = await opened();
	let next = 1;
	await often(() => add(database, next++));
	await often(() => sizesOf(database, 7));
	await often(() => all(database));
	await newer.query("ALTER TABLE things.things ADD COLUMN weight integer");
	expect(await all(database)).toHaveLength(8);
	expect(await add(database, next++)).toEqual([{ size: 9 }]);
	await newer.query("ALTER TABLE things.things ALTER COLUMN size TYPE text");
	await expect(add(database, next)).rejects.toMatchObject({
		message:
			"The things database was just changed for a newer version of the hub; the change was not saved. Send it again later",
		extensions: { code: "UNAVAILABLE" },
	});
	await newer.query("ALTER TABLE things.things ALTER COLUMN size TYPE integer USING size::integer");
	expect(await add(database, next)).toEqual([{ size: 10 }]);
	await often(() => sizesOf(database, 8));
	await newer.query("ALTER TABLE things.things ALTER COLUMN size TYPE bigint");
	expect(await sizesOf(database, 8)).toHaveLength(2);
});
