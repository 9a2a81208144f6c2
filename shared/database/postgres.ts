import type pg from "pg";
import { empty, type Sql } from "sql-template-tag";
import { DataSource, type EntityManager } from "typeorm";
import type { DatabaseBounds } from "../config-database.ts";
import { beginWriting, WRITE_STATEMENT_MS } from "./begin.ts";
import { boundsOf } from "./bounds.ts";
import { type Connections, connectionsTo, cutOff, type Taken } from "./connections.ts";
import type { Database, DatabaseOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { parametersOf } from "./parameters.ts";
import { migrate, tablesOf } from "./postgres-migrate.ts";
import { qualifierOf } from "./qualify.ts";
import { replicasOf } from "./replicas.ts";
import { databaseClosed, ranTooLong } from "./statement-time.ts";
import { type Connection, transact } from "./transaction.ts";

/** SQLSTATE of a statement that was cancelled. */
const CANCELLED = "57014";
/** TypeORM with these connections instead of a pool of its own. `takenBy` finds those of its clients. */
function sourceOn(connections: Connections, options: DatabaseOptions) {
	const takenBy = new WeakMap<object, Taken>();
	let waitMs: number | undefined = Number.POSITIVE_INFINITY;
	const pool = {
		on: () => undefined,
		connect(done: (error?: unknown, client?: pg.PoolClient, release?: () => void) => void) {
			connections.take("write", waitMs).then((taken) => {
				takenBy.set(taken.client, taken);
				done(undefined, taken.client, taken.release);
			}, done);
		},
		end: (done: () => void) => done(),
	};
	const source = new DataSource({
		type: "postgres",
		driver: {
			Pool: function Pool() {
				return pool;
			},
		},
		schema: options.name,
		entities: options.rows,
		migrations: options.migrations,
	});
	return {
		source,
		takenBy: (client: pg.ClientBase) => takenBy.get(client) as Taken,
		/** Until this is called, connections are waited for without end: at a start others may be migrating. */
		beginServing() {
			waitMs = undefined;
		},
	};
}

type Source = ReturnType<typeof sourceOn>;

/** A connection for one transaction. Rejects while the server cannot be reached. */
async function connectionOf(
	{ source, takenBy }: Source,
	begin: string,
	{ connectMs, lockMs }: DatabaseBounds,
): Promise<Connection> {
	const runner = source.createQueryRunner();
	const client: pg.Client = await runner.connect();
	const { within } = takenBy(client);
	const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
	// The server stops what runs too long; this is for one that does not answer.
	runner.query = ((...args: unknown[]) =>
		within(WRITE_STATEMENT_MS + connectMs, () => query(...args))) as typeof runner.query;
	return {
		runner,
		begin: () => within(connectMs, () => client.query(begin)),
		async commit() {
			const { command } = await within(Math.max(connectMs, lockMs), () => client.query("COMMIT"));
			// Of a transaction in which a statement failed, the server says without an error that it rolled back.
			if (command !== "COMMIT") throw new Error(`COMMIT was answered with ${command}`);
		},
		rollback: () => within(connectMs, () => client.query("ROLLBACK")),
		async discard() {
			cutOff(client);
		},
	};
}

/** Opens (and migrates) a schema of a PostgreSQL database, on connections that this process has but once. */
export async function openPostgres(options: DatabaseOptions, url: string): Promise<Database> {
	const bounds = boundsOf(options);
	const connections = connectionsTo(url, bounds);
	const typeorm = sourceOn(connections, options);
	const faults = faultsOf(options);
	const { faultOf } = faults;
	let tables: string[];
	try {
		await migrate(typeorm.source, options.name);
		tables = await tablesOf(typeorm.source, options.name);
	} catch (error) {
		await connections.close();
		throw faultOf(error, "read");
	}
	typeorm.beginServing();
	const qualify = qualifierOf(options.name, tables);
	const begin = beginWriting(options.name, bounds);
	const running = new Set<Promise<unknown>>();
	const { readUrls = [] } = options;
	const replicas =
		readUrls.length > 0 ? replicasOf(readUrls, connections, bounds, options.log) : undefined;
	let takes: "all" | "reads" | "nothing" = "all";

	/** What `close` waits for. */
	async function run<T>(work: () => Promise<T>): Promise<T> {
		const runs = work();
		running.add(runs);
		return runs.finally(() => running.delete(runs));
	}

	/** `isCurrent`: on the primary, also where there are replicas. */
	async function readNow(text: string, values: unknown[], isCurrent: boolean) {
		const run = async ({ client, within }: Taken) =>
			(await within(bounds.statementMs, () => client.query(qualify(text), values))).rows;
		async function onPrimary() {
			const taken = await connections.take("read");
			return run(taken).finally(taken.release);
		}
		try {
			const rows = await (replicas && !isCurrent ? replicas.read(run, onPrimary) : onPrimary());
			faults.answered("read");
			return rows;
		} catch (error) {
			if ((error as { code?: string }).code === CANCELLED) throw ranTooLong(bounds.statementMs);
			throw faultOf(error, "read");
		}
	}

	async function writeNow<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		const connection = await connectionOf(typeorm, begin, bounds).catch((error: unknown) => {
			throw faultOf(error, "work");
		});
		const done = await transact(connection, faultOf, work).finally(() =>
			connection.runner.release(),
		);
		faults.answered("write");
		return done;
	}

	async function read(text: string, values: unknown[] = [], isCurrent = true) {
		if (takes === "nothing") throw databaseClosed();
		return run(() => readNow(text, values, isCurrent));
	}

	async function write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		if (takes !== "all") throw databaseClosed();
		return run(() => writeNow(work));
	}

	return {
		engine: "postgres",
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			const { text, values } = parametersOf(statement, "postgres");
			return (await read(text, [...values], false)) as T[];
		},
		along: () => empty,
		write,
		async version() {
			const [row] = await read("SELECT pg_current_snapshot()::text AS version");
			return row.version;
		},
		async check() {
			const [row] = await read("SELECT current_setting('transaction_read_only') AS read_only");
			if (row.read_only === "on") throw faults.readOnly();
			// Makes the server write, and wait for its disk, as the changes that failed would have.
			if (faults.cannotWrite())
				await write((manager) => manager.query("SELECT pg_current_xact_id()"));
		},
		async close() {
			takes = "reads";
			// A transaction may read beside itself until it ends.
			await Promise.allSettled(running);
			takes = "nothing";
			await Promise.allSettled(running);
			await typeorm.source.destroy();
			await replicas?.close();
			await connections.close();
		},
	};
}
