import sqlite3 from "sqlite3";
import { DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import type { DatabaseOptions } from "./database.ts";
import { BUSY_TIMEOUT_MS, patiently } from "./patience.ts";
import type { Connection } from "./transaction.ts";

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
	const driver = source.driver as DataSource["driver"] & { queryRunner?: QueryRunner };
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

	async function closeStale(): Promise<void> {
		if (open) await driver.disconnect();
		open = false;
	}

	async function renew(): Promise<void> {
		await closeStale();
		await patiently(lockMs, () => driver.connect());
		open = true;
		await source.query(DURABLE);
		stale = false;
	}

	return {
		/** A connection whose transaction waits `waitMs` at most for one of another process. Rejects while the file cannot be opened. */
		async connection(waitMs: number): Promise<Connection> {
			if (stale) await renew();
			// TypeORM would give every transaction the same runner, with what the last one left in it.
			driver.queryRunner = undefined;
			const runner = source.createQueryRunner();
			const run = runner.query.bind(runner);
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
			};
		},
		async close(): Promise<void> {
			if (open) await source.destroy();
		},
	};
}
