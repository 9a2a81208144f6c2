import type { Sql } from "sql-template-tag";
import type { QueryRunner } from "typeorm";
import { type WaitingRows, waitingRows } from "./insert.ts";

const TO_SAVEPOINT = /^ROLLBACK TO /;
const READS = /^\s*SELECT\b/i;
/** PostgreSQL answers a COMMIT outside of any transaction as one that committed. */
const ENDS = /^\s*(BEGIN|START|COMMIT|END|ABORT|ROLLBACK(?! TO ))\b/i;

type Query = (...args: unknown[]) => Promise<unknown>;

/** A part of a transaction that can be undone alone. */
type Attempt = {
	name: string;
	/** How many of the waiting rows came before it. */
	before: number;
	/** Whether its savepoint was set; that is not done before it must be. */
	isSet: boolean;
};

const attempts = new WeakMap<QueryRunner, <T>(work: () => Promise<T>) => Promise<T>>();

/**
 * Runs `work` as a part of the transaction on this runner: where it rejects, what it changed is undone, and the
 * transaction goes on. A part that only reads and inserts rows needs no savepoint.
 */
export function attempt<T>(runner: QueryRunner | undefined, work: () => Promise<T>): Promise<T> {
	const run = runner && attempts.get(runner);
	if (!run) throw new Error("There is no transaction to attempt something in");
	return run(work);
}

/**
 * Watches the statements of one transaction, which reach the database in the order in which they are run, also where
 * they do not wait for one another. As in PostgreSQL, no statement runs after one that failed, even if its error was
 * swallowed, until a rollback to an earlier savepoint: SQLite would go on, and after a full disk, which ends the
 * transaction, would commit each further statement by itself. Rows that wait to be inserted are inserted before the next
 * statement; `pipelines`: without waiting for the answer to each.
 */
export function watchStatements(runner: QueryRunner, pipelines = false) {
	const postgres = runner.connection.options.type === "postgres";
	const query = runner.query.bind(runner) as Query;
	const running = new Set<Promise<unknown>>();
	const open: Attempt[] = [];
	let failure: { error: unknown } | undefined;
	let ended = false;
	let names = 0;
	/** What is inserted now; statements wait for it. */
	let inserting: Promise<void> | undefined;

	function checkOpen(): void {
		if (ended) throw new Error("A transaction was used after its end; await all that it does");
	}
	const rows: WaitingRows = waitingRows(runner, checkOpen);

	async function checked(...args: unknown[]): Promise<unknown> {
		if (failure) throw failure.error;
		try {
			return await query(...args);
		} catch (error) {
			failure ??= { error };
			throw error;
		}
	}

	const send = ({ text, sql, values }: Sql) => checked(postgres ? text : sql, values);

	async function insert(count: number): Promise<void> {
		const statements = rows.take(count);
		if (pipelines) await Promise.all(statements.map(send));
		else for (const statement of statements) await send(statement);
		for (const one of open) one.before = Math.max(0, one.before - count);
	}

	/** Inserts what waits, and sets the savepoints of the attempts that it, or a statement that writes, belongs to. */
	async function insertAll(reads: boolean): Promise<void> {
		for (const one of open) {
			if (one.isSet || (reads && rows.count() <= one.before)) continue;
			await insert(one.before);
			await checked(`SAVEPOINT ${one.name}`);
			one.isSet = true;
		}
		await insert(rows.count());
	}

	const needsNothing = (reads: boolean) =>
		rows.count() === 0 && (reads || open.every(({ isSet }) => isSet));

	async function insertFirst(reads: boolean): Promise<void> {
		while (inserting) await inserting.catch(() => undefined);
		if (needsNothing(reads)) return;
		inserting = insertAll(reads);
		await inserting.finally(() => {
			inserting = undefined;
		});
	}

	async function run(...args: unknown[]): Promise<unknown> {
		const text = String(args[0]);
		const returns = TO_SAVEPOINT.test(text);
		checkOpen();
		if (failure && !returns) throw failure.error;
		if (ENDS.test(text)) {
			failure ??= { error: new Error("A transaction is not ended from inside") };
			throw failure.error;
		}
		if (returns) return returnTo(text);
		const reads = READS.test(text);
		// Without waiting where nothing must come first: others may be run right behind it.
		if (inserting || !needsNothing(reads)) await insertFirst(reads);
		return checked(...args);
	}

	/** All rows that wait came after the savepoint: setting it inserted those before. */
	async function returnTo(statement: string): Promise<unknown> {
		while (inserting) await inserting.catch(() => undefined);
		rows.keep(0);
		rows.forgetLocks();
		try {
			const answer = await query(statement);
			failure = undefined;
			return answer;
		} catch (error) {
			failure ??= { error };
			throw error;
		}
	}

	function track<T>(statement: Promise<T>): Promise<T> {
		running.add(statement);
		const done = () => running.delete(statement);
		statement.then(done, done);
		return statement;
	}

	runner.query = ((...args: unknown[]) => track(run(...args))) as QueryRunner["query"];

	attempts.set(runner, async (work) => {
		checkOpen();
		const one: Attempt = { name: `attempt_${++names}`, before: rows.count(), isSet: false };
		open.push(one);
		try {
			const done = await work();
			if (failure) throw failure.error;
			return done;
		} catch (error) {
			if (one.isSet) await track(returnTo(`ROLLBACK TO SAVEPOINT ${one.name}`));
			else rows.keep(one.before);
			throw error;
		} finally {
			open.splice(open.indexOf(one));
			if (one.isSet && !failure) await track(run(`RELEASE SAVEPOINT ${one.name}`));
		}
	});

	return {
		/**
		 * Lets no more in, waits for what is under way, and where it `keeps` inserts what waits; the failure that stands, if
		 * one does. `commit` is called right behind what is inserted, before that is answered; not where something failed
		 * before, or a part of the transaction has not ended.
		 */
		async end(keeps: boolean, commit?: () => void): Promise<{ error: unknown } | undefined> {
			ended = true;
			await Promise.allSettled(running);
			if (!keeps || failure) return failure;
			if (!commit || open.length > 0) {
				// Its failure is the transaction's.
				await insertFirst(true).catch(() => undefined);
				return failure;
			}
			const sent = rows.take(rows.count()).map(send);
			commit();
			await Promise.allSettled(sent);
			return failure;
		},
	};
}
