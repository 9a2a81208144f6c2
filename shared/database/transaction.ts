import type { EntityManager, QueryRunner } from "typeorm";
import type { FaultOf } from "./fault.ts";
import { watchStatements } from "./watched.ts";

/** A commit was answered as one of a transaction in which a statement failed: nothing was kept, and it is over. */
export class RolledBack extends Error {}

/** A connection that is in no transaction, and how its engine begins and ends one. */
export type Connection = {
	runner: QueryRunner;
	/** Whether a commit may be sent right behind statements that are not answered yet: if one fails, so does it. */
	pipelines?: boolean;
	begin(): Promise<unknown>;
	/** Rejects unless the engine says that it has committed. */
	commit(): Promise<unknown>;
	rollback(): Promise<unknown>;
	/** Closes the connection, whose state is unknown. Never rejects. */
	discard(): Promise<void>;
};

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
	const { runner, pipelines } = connection;
	const statements = watchStatements(runner, pipelines);
	try {
		await connection.begin();
	} catch (error) {
		await connection.discard();
		throw faultOf(error, "work");
	}
	// So TypeORM takes what `manager.transaction` and `manager.save` begin for savepoints.
	Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
	let done: T;
	let failure: { error: unknown } | undefined;
	let committed: Promise<unknown> | undefined;
	const commit = () => {
		committed = connection.commit();
		committed.catch(() => undefined);
	};
	try {
		done = await work(runner.manager);
		failure = await statements.end(true, pipelines ? commit : undefined);
		if (failure && !committed) throw failure.error;
		if (runner.isReleased && !committed) throw new Error("Connection terminated");
	} catch (error) {
		await statements.end(false);
		await connection.rollback().catch(connection.discard);
		throw faultOf(error, "work");
	}
	try {
		await (committed ?? connection.commit());
	} catch (error) {
		if (failure && error instanceof RolledBack) throw faultOf(failure.error, "work");
		await connection.discard();
		throw faultOf(error, "commit");
	}
	return done;
}
