import type sqlite3 from "sqlite3";
import { QueryFailedError, QueryResult, type QueryRunner } from "typeorm";
import { statementsOf } from "./statements.ts";

const CHANGES = /^(INSERT|UPDATE|DELETE) /;

type Done = { rows?: unknown[]; lastID?: number; changes?: number };

function runOnce(statement: sqlite3.Statement, changes: boolean, values: unknown[]): Promise<Done> {
	return new Promise((resolve, reject) => {
		function done(this: Done, error: Error | null, rows?: unknown[]): void {
			// One that failed half-way would keep its transaction from ending.
			if (error) statement.reset(() => reject(error));
			else resolve({ rows, lastID: this.lastID, changes: this.changes });
		}
		if (changes) statement.run(values, done);
		else statement.all(values, done);
	});
}

/** What TypeORM's runner does with a statement, but for compiling it each time. */
export function keptStatements(database: sqlite3.Database) {
	const statements = statementsOf(database);
	async function query(text: string, values: unknown[] = [], structured = false): Promise<unknown> {
		const changes = CHANGES.test(text);
		try {
			const done = await statements.use(text, (statement) => runOnce(statement, changes, values));
			const raw = changes ? done.lastID : done.rows;
			if (!structured) return raw;
			const result = new QueryResult();
			result.raw = raw;
			if (done.rows) result.records = done.rows;
			result.affected = done.changes;
			return result;
		} catch (error) {
			throw new QueryFailedError(text, values, error as Error);
		}
	}
	return { query: query as QueryRunner["query"], close: statements.close };
}
