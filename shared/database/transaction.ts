import type { EntityManager, QueryRunner } from "typeorm";
import type { FaultOf } from "./fault.ts";

/** A connection that is in no transaction, and how its engine begins and ends one. */
export type Connection = {
	runner: QueryRunner;
	begin(): Promise<unknown>;
	/** Rejects unless the engine says that it has committed. */
	commit(): Promise<unknown>;
	rollback(): Promise<unknown>;
	/** Closes the connection, whose state is unknown. Never rejects. */
	discard(): Promise<void>;
};

const TO_SAVEPOINT = /^ROLLBACK TO /;
/** PostgreSQL answers a COMMIT outside of any transaction as one that committed. */
const ENDS = /^\s*(BEGIN|START|COMMIT|END|ABORT|ROLLBACK(?! TO ))\b/i;

/**
 * Watches the statements of one transaction. As in PostgreSQL, no statement runs after one that
 * failed, even if its error was swallowed, until a rollback to an earlier savepoint: SQLite would go on, and after a full
 * disk, which ends the transaction, would commit each further statement by itself.
 */
function watchStatements(runner: QueryRunner) {
	const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
	const running = new Set<Promise<unknown>>();
	let failure: { error: unknown } | undefined;
	let ended = false;

	async function run(...args: unknown[]): Promise<unknown> {
		const returns = TO_SAVEPOINT.test(String(args[0]));
		if (ended) throw new Error("A transaction was used after its end; await all that it does");
		if (failure && !returns) throw failure.error;
		try {
			if (ENDS.test(String(args[0]))) throw new Error("A transaction is not ended from inside");
			const answer = await query(...args);
			if (returns) failure = undefined;
			return answer;
		} catch (error) {
			failure ??= { error };
			throw error;
		}
	}

	runner.query = ((...args: unknown[]) => {
		const statement = run(...args);
		running.add(statement);
		const done = () => running.delete(statement);
		statement.then(done, done);
		return statement;
	}) as QueryRunner["query"];
	return {
		/** Lets no more statements in and waits for those under way; the failure that stands, if one does. */
		async end(): Promise<{ error: unknown } | undefined> {
			ended = true;
			await Promise.allSettled(running);
			return failure;
		},
	};
}

/**
 * Runs `work` as one transaction, of which all is kept when this resolves. When it rejects nothing is, but where the
 * error says that it cannot be known. A connection whose transaction did not end as it should is not used again:
 * TypeORM's own `transaction` ignores a ROLLBACK that failed, and would run what follows in the old transaction.
 */
export async function transact<T>(
	connection: Connection,
	faultOf: FaultOf,
	work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
	const { runner } = connection;
	const statements = watchStatements(runner);
	try {
		await connection.begin();
	} catch (error) {
		await connection.discard();
		throw faultOf(error, "work");
	}
	// So TypeORM takes what `manager.transaction` and `manager.save` begin for savepoints.
	Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
	let done: T;
	try {
		done = await work(runner.manager);
		const failure = await statements.end();
		if (failure) throw failure.error;
		if (runner.isReleased) throw new Error("Connection terminated");
	} catch (error) {
		await statements.end();
		await connection.rollback().catch(connection.discard);
		throw faultOf(error, "work");
	}
	try {
		await connection.commit();
	} catch (error) {
		await connection.discard();
		throw faultOf(error, "commit");
	}
	return done;
}
