import type pg from "pg";
import { empty, type Sql } from "sql-template-tag";
import { QueryFailedError, QueryResult, type QueryRunner } from "typeorm";
import type { DatabaseBounds } from "../config-database.ts";
import { inFlight, whileRunning } from "../in-flight.ts";
import { beginWriting, WRITE_STATEMENT_MS } from "./begin.ts";
import { boundsOf } from "./bounds.ts";
import { type Connections, connectionsTo, cutOff, type Taken } from "./connections.ts";
import type { Database, DatabaseOptions, Work, WriteOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { parametersOf } from "./parameters.ts";
import { PlanOutdated } from "./plan-names.ts";
import { migrate, tablesOf } from "./postgres-migrate.ts";
import { sourceWith } from "./postgres-source.ts";
import { qualifierOf } from "./qualify.ts";
import { replicasOf } from "./replicas.ts";
import { databaseClosed, ranTooLong } from "./statement-time.ts";
import { type Connection, RolledBack, transact } from "./transaction.ts";

/** SQLSTATE of a statement that was cancelled. */
const CANCELLED = "57014";
/** TypeORM with these connections instead of a pool of its own. `takenBy` finds those of its clients. */
function sourceOn(connections: Connections, options: DatabaseOptions) {
	const takenBy = new WeakMap<object, Taken>();
	let waitMs: number | undefined = Number.POSITIVE_INFINITY;
	const source = sourceWith(options, (done) => {
		connections.take("write", waitMs).then((taken) => {
			takenBy.set(taken.client, taken);
			done(undefined, taken.client, taken.release);
		}, done);
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
	schema: string,
	begin: string,
	{ connectMs, lockMs }: DatabaseBounds,
): Promise<Connection> {
	const runner = source.createQueryRunner();
	const client: pg.Client = await runner.connect();
	const { within, query, pipelines } = takenBy(client);
	let last: Promise<unknown> = Promise.resolve();
	const send = (text: string, values: readonly unknown[]) =>
		// The server stops what runs too long; this is for one that does not answer.
		within(WRITE_STATEMENT_MS + connectMs, () =>
			values.length > 0 ? query(schema, text, values) : client.query(text),
		);
	function sendAfterLast(text: string, values: readonly unknown[]) {
		const sent = last.then(() => send(text, values));
		last = sent.catch(() => undefined);
		return sent;
	}
	/** What TypeORM's runner does with a statement, but for planning it each time. */
	async function run(text: string, values: unknown[] = [], structured = false): Promise<unknown> {
		try {
			const done = await (pipelines ? send : sendAfterLast)(text, values);
			const changed = done.command === "UPDATE" || done.command === "DELETE";
			const raw = changed ? [done.rows, done.rowCount] : done.rows;
			if (!structured) return raw;
			const result = new QueryResult();
			result.raw = raw;
			result.records = done.rows;
			result.affected = done.rowCount ?? undefined;
			return result;
		} catch (error) {
			throw new QueryFailedError(text, values, error as Error);
		}
	}
	runner.query = run as QueryRunner["query"];
	return {
		runner,
		pipelines,
		begin: () => within(connectMs, () => client.query(begin)),
		async commit() {
			// Where it is sent behind others, those take their time first.
			const ms = (pipelines ? WRITE_STATEMENT_MS : 0) + Math.max(connectMs, lockMs);
			const { command } = await within(ms, () => client.query("COMMIT"));
			// Of a transaction in which a statement failed, the server says without an error that it rolled back.
			if (command !== "COMMIT") throw new RolledBack(`COMMIT was answered with ${command}`);
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
	const begin = {
		short: beginWriting(options.name, bounds, true),
		long: beginWriting(options.name, bounds, false),
	};
	const running = inFlight<Promise<unknown>>();
	const { readUrls = [] } = options;
	const replicas =
		readUrls.length > 0 ? replicasOf(readUrls, connections, bounds, options.log) : undefined;
	let takes: "all" | "reads" | "nothing" = "all";

	/** What `close` waits for. */
	async function run<T>(work: () => Promise<T>): Promise<T> {
		return whileRunning(running, work());
	}

	/** `isCurrent`: on the primary, also where there are replicas. */
	async function readNow(text: string, values: unknown[], isCurrent: boolean) {
		const runOnce = async ({ query, within }: Taken) =>
			(await within(bounds.statementMs, () => query(options.name, qualify(text), values))).rows;
		const run = (taken: Taken) =>
			runOnce(taken).catch((error) => {
				if (error instanceof PlanOutdated) return runOnce(taken);
				throw error;
			});
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

	async function writeNow<T>(work: Work<T>, joins: boolean): Promise<T> {
		const beginning = joins ? begin.short : begin.long;
		const connection = await connectionOf(typeorm, options.name, beginning, bounds).catch(
			(error: unknown) => {
				throw faultOf(error, "work");
			},
		);
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

	async function write<T>(work: Work<T>, { joins = false }: WriteOptions = {}): Promise<T> {
		if (takes !== "all") throw databaseClosed();
		return run(() => writeNow(work, joins));
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
			await Promise.allSettled(running.all());
			takes = "nothing";
			await Promise.allSettled(running.all());
			await typeorm.source.destroy();
			await replicas?.close();
			await connections.close();
		},
	};
}
