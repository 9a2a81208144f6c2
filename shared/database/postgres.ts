import pg from "pg";
import { empty, type Sql } from "sql-template-tag";
import { DataSource, type EntityManager } from "typeorm";
import type { Database, DatabaseOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { parametersOf } from "./parameters.ts";
import { TYPES } from "./postgres-types.ts";
import { databaseClosed, ranTooLong, STATEMENT_MS } from "./statement-time.ts";
import { type Connection, transact } from "./transaction.ts";

const CONNECTIONS = 10;
/** SQLSTATE of a statement that was stopped at its timeout. */
const CANCELLED = "57014";

/** One process at a time makes the schema and its tables, so that replicas may start together. */
async function migrate(source: DataSource, url: string, schema: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	// A server that stops while this waits emits an error event; unhandled, it would end the process.
	client.on("error", () => undefined);
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

/** A connection of the writers' pool, for one transaction. Rejects while the server cannot be reached. */
async function connectionOf(source: DataSource): Promise<Connection> {
	const runner = source.createQueryRunner();
	const client: pg.Client = await runner.connect();
	return {
		runner,
		begin: () => client.query("BEGIN"),
		async commit() {
			const { command } = await client.query("COMMIT");
			// Of a transaction in which a statement failed, the server says without an error that it rolled back.
			if (command !== "COMMIT") throw new Error(`COMMIT was answered with ${command}`);
		},
		rollback: () => client.query("ROLLBACK"),
		async discard() {
			// The pool takes back no connection that is ending, which `end` makes it before it waits.
			void client.end().catch(() => undefined);
		},
	};
}

/** Opens (and migrates) a schema of a PostgreSQL database, with a pool of connections for each of reading and writing. */
export async function openPostgres(options: DatabaseOptions, url: string): Promise<Database> {
	const session = {
		max: CONNECTIONS,
		types: TYPES,
		keepAlive: true,
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
	const statementMs = options.statementMs ?? STATEMENT_MS;
	const reader = new pg.Pool({
		connectionString: url,
		...session,
		statement_timeout: statementMs,
	});
	reader.on("error", () => undefined);
	const faultOf = faultsOf(options);
	const writing = new Set<Promise<unknown>>();
	let closed = false;

	async function read(text: string, values?: unknown[]) {
		try {
			return (await reader.query(text, values)).rows;
		} catch (error) {
			if ((error as { code?: string }).code === CANCELLED) throw ranTooLong(statementMs);
			throw faultOf(error, "read");
		}
	}

	async function write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		const connection = await connectionOf(source).catch((error: unknown) => {
			throw faultOf(error, "work");
		});
		return transact(connection, faultOf, work).finally(() => connection.runner.release());
	}

	return {
		engine: "postgres",
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			const { text, values } = parametersOf(statement, "postgres");
			return (await read(text, [...values])) as T[];
		},
		along: () => empty,
		async write<T>(work: (manager: EntityManager) => Promise<T>) {
			if (closed) throw databaseClosed();
			const writes = write(work);
			writing.add(writes);
			return writes.finally(() => writing.delete(writes));
		},
		async version() {
			const [row] = await read("SELECT pg_current_snapshot()::text AS version");
			return row.version;
		},
		async close() {
			closed = true;
			// A transaction may read beside itself until it ends.
			await Promise.allSettled(writing);
			await reader.end();
			await source.destroy();
		},
	};
}
