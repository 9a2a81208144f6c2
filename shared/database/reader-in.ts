import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Database } from "./database.ts";

/** What queries need of a database. */
export type Reader = Pick<Database, "read">;

/** Runs a statement inside a transaction, on either engine. */
export function runIn<T>(manager: EntityManager, statement: Sql): Promise<T[]> {
	const postgres = manager.connection.options.type === "postgres";
	return manager.query(postgres ? statement.text : statement.sql, statement.values);
}

/** Reads inside a transaction: rows as it has changed them, locked by whatever it has locked. */
export const readerIn = (manager: EntityManager): Reader => ({
	read: (statement) => runIn(manager, statement),
});
