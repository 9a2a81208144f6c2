import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import { cutOff } from "./connections.ts";
import type { DatabaseDefinition } from "./database.ts";
import { isFault } from "./fault.ts";
import { sourceWith } from "./postgres-source.ts";

/** How often a start tries again after its connection broke while it made tables. */
const ATTEMPTS = 3;
const PAUSE_MS = 500;

/** Makes the schema and what is pending in it, within the transaction that the runner's connection is in. */
async function makeTables(source: DataSource, runner: QueryRunner, schema: string): Promise<void> {
	await runner.query(
		`CREATE SCHEMA IF NOT EXISTS "${schema}"; SET LOCAL search_path TO "${schema}"`,
	);
	// So TypeORM takes this for a transaction of its own.
	Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
	const executor = new MigrationExecutor(source, runner);
	executor.transaction = "none";
	await executor.executePendingMigrations();
}

/** Makes the schema and its tables within a transaction of the caller. */
export async function migrateWithin(
	client: pg.ClientBase,
	definition: DatabaseDefinition,
): Promise<void> {
	const source = sourceWith(definition, (done) => done(undefined, client, () => undefined));
	await source.initialize();
	const runner = source.createQueryRunner();
	try {
		await runner.connect();
		await makeTables(source, runner, definition.name);
	} finally {
		await runner.release();
		await source.destroy();
	}
}

/**
 * Makes the schema and its tables in one transaction, of which nothing is left where it fails, nor its lock. One process
 * at a time does; the others wait, so that replicas may start together.
 */
async function migrateOnce(source: DataSource, schema: string): Promise<void> {
	if (!source.isInitialized) await source.initialize();
	const runner = source.createQueryRunner();
	const client: pg.Client = await runner.connect();
	try {
		await client.query("BEGIN; SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
		await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [
			`throughline.migrate.${schema}`,
		]);
		await makeTables(source, runner, schema);
		await client.query("COMMIT");
	} catch (error) {
		await client.query("ROLLBACK").catch(() => cutOff(client));
		throw error;
	} finally {
		await runner.release();
	}
}

export async function migrate(source: DataSource, schema: string): Promise<void> {
	for (let attempt = 1; ; attempt++)
		try {
			return await migrateOnce(source, schema);
		} catch (error) {
			if (attempt === ATTEMPTS || !isFault(error)) throw error;
			await sleep(PAUSE_MS);
		}
}

/** Names of the tables of a schema. */
export async function tablesOf(source: DataSource, schema: string): Promise<string[]> {
	const rows: Array<{ name: string }> = await source.query(
		"SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm')",
		[schema],
	);
	return rows.map(({ name }) => name);
}
