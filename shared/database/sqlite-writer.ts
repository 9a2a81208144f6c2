import sqlite3 from "sqlite3";
import { DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import type { DatabaseOptions } from "./database.ts";
import type { GroupConnection } from "./group-commit.ts";
import { keptStatements } from "./kept-statements.ts";
import { BUSY_TIMEOUT_MS, patiently } from "./patience.ts";

/** TypeORM asks for `verbose()`, with which sqlite3 keeps a stack trace for every statement of the process. */
const DRIVER = { ...sqlite3, verbose: () => sqlite3 };

/** What was committed survives a power cut. */
const DURABLE = "PRAGMA synchronous = FULL";

/** How long a start waits for another process that writes: one that migrates or loads much takes minutes. */
const START_MS = 600_000;
/** After so long it is said that a start waits. */
const SAY_MS = 2000;

/** Makes the tables in one transaction, which takes its lock at once: one that reads first could not write any more. */
async function migrate(source: DataSource): Promise<void> {
	const runner = source.createQueryRunner();
	await patiently(START_MS, () => runner.query("BEGIN IMMEDIATE"));
	try {
		// So TypeORM takes this for a transaction of its own.
		Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
		const executor = new MigrationExecutor(source, runner);
		executor.transaction = "none";
		await executor.executePendingMigrations();
		await runner.query("COMMIT");
	} catch (error) {
		await runner.query("ROLLBACK").catch(() => undefined);
		throw error;
	} finally {
		Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
	}
}

/** The one connection that writes, replaced where a transaction on it did not end as it should. */
export async function openWriter(
	file: string,
	{ name, rows, migrations, log }: DatabaseOptions,
	lockMs: number,
) {
	const source = new DataSource({
		type: "sqlite",
		database: file,
		entities: rows,
		migrations,
		enableWAL: true,
		busyTimeout: BUSY_TIMEOUT_MS,
		driver: DRIVER,
	});
	const driver = source.driver as DataSource["driver"] & {
		queryRunner?: QueryRunner;
		databaseConnection?: sqlite3.Database;
	};
	let open = true;
	let stale = false;

	const waiting = setTimeout(
		() => log?.info({ database: name }, "the start waits for another process that writes"),
		SAY_MS,
	);
	try {
		await patiently(START_MS, () => source.initialize());
		await migrate(source);
		await source.query(DURABLE);
	} finally {
		clearTimeout(waiting);
	}

	const databaseOf = () => driver.databaseConnection as sqlite3.Database;
	let statements = keptStatements(databaseOf());

	async function closeStale(): Promise<void> {
		await statements.close();
		if (open) await driver.disconnect();
		open = false;
	}

	async function renew(): Promise<void> {
		await closeStale();
		await patiently(lockMs, () => driver.connect());
		open = true;
		statements = keptStatements(databaseOf());
		await source.query(DURABLE);
		stale = false;
	}

	function runnerOf(): QueryRunner {
		// TypeORM would give every transaction the same runner, with what the last one left in it.
		driver.queryRunner = undefined;
		const runner = source.createQueryRunner();
		runner.query = statements.query;
		return runner;
	}

	return {
		/** A connection whose transaction waits `waitMs` at most for one of another process. Rejects while the file cannot be opened. */
		async connection(waitMs: number): Promise<GroupConnection> {
			if (stale) await renew();
			const runner = runnerOf();
			const run = statements.query.bind(runner);
			return {
				runner,
				// Takes the lock at once: a transaction that reads first could not write once another process has.
				begin: () => patiently(waitMs, () => run("BEGIN IMMEDIATE")),
				commit: () => run("COMMIT"),
				rollback: () => run("ROLLBACK"),
				async discard() {
					stale = true;
					await closeStale().catch(() => undefined);
				},
				part: (lost) => ({
					runner: runnerOf(),
					begin: () => run("SAVEPOINT part"),
					commit: () => run("RELEASE SAVEPOINT part"),
					async rollback() {
						await run("ROLLBACK TO SAVEPOINT part");
						await run("RELEASE SAVEPOINT part");
					},
					async discard() {
						lost();
					},
				}),
			};
		},
		async close(): Promise<void> {
			await statements.close();
			if (open) await source.destroy();
		},
	};
}
