import pg from "pg";
import { empty, type Sql } from "sql-template-tag";
import { DataSource, type EntityManager } from "typeorm";
import type { Database, DatabaseOptions } from "./database.ts";

const CONNECTIONS = 10;
const INT8 = 20;
const NUMERIC = 1700;

/** Counts and sums are numbers here, as SQLite gives them; pg would give text. */
const TYPES = {
	getTypeParser: (oid: number, format?: "text" | "binary") =>
		oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** One process at a time makes the schema and its tables, so that replicas may start together. */
async function migrate(source: DataSource, url: string, schema: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query("SELECT pg_advisory_lock(hashtext($1))", [`throughline.migrate.${schema}`]);
		await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
		await source.initialize();
		await source.runMigrations({ transaction: "all" });
	} finally {
		await client.end();
	}
}

/** Opens (and migrates) a schema of a PostgreSQL database, with a pool of connections for each of reading and writing. */
export async function openPostgres(options: DatabaseOptions, url: string): Promise<Database> {
	const session = {
		max: CONNECTIONS,
		types: TYPES,
		options: `-c search_path=${options.name} -c lock_timeout=30000`,
	};
	const source = new DataSource({
		type: "postgres",
		url,
		schema: options.name,
		entities: options.rows,
		migrations: options.migrations,
		extra: session,
	});
	await migrate(source, url, options.name);
	// Apart from the writers' pool: a transaction that waits for a read would wait for its own connection.
	const reader = new pg.Pool({ connectionString: url, ...session });
	reader.on("error", () => undefined);
	return {
		engine: "postgres",
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			return (await reader.query(statement.text, statement.values)).rows as T[];
		},
		along: () => empty,
		write: <T>(work: (manager: EntityManager) => Promise<T>) => source.transaction(work),
		async version() {
			const { rows } = await reader.query("SELECT pg_current_snapshot()::text AS version");
			return rows[0].version;
		},
		async close() {
			await reader.end();
			await source.destroy();
		},
	};
}
