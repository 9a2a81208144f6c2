import type { DatabaseBounds } from "../config-database.ts";

/** How long a statement of a transaction may run; the locks that it holds end with it. */
export const WRITE_STATEMENT_MS = 120_000;

// What a transaction sets ends with it: a pooler such as PgBouncer gives the session to somebody else then.
const pathTo = (schema: string) => `SET LOCAL search_path TO "${schema}"`;

/**
 * Begins a transaction on PostgreSQL. `isShort`: one that finds a few rows by their keys. A plan that was made while a
 * table was nearly empty would read all of it for each of them once it has grown, until PostgreSQL analyzes it.
 */
export const beginWriting = (
	schema: string,
	{ lockMs }: Pick<DatabaseBounds, "lockMs">,
	isShort: boolean,
): string =>
	[
		"BEGIN",
		pathTo(schema),
		...(isShort ? ["SET LOCAL enable_seqscan = off"] : []),
		`SET LOCAL lock_timeout = ${lockMs}`,
		`SET LOCAL statement_timeout = ${WRITE_STATEMENT_MS}`,
		// Of a hub that stops answering in its midst, so that others do not wait for its locks for ever.
		`SET LOCAL idle_in_transaction_session_timeout = ${WRITE_STATEMENT_MS}`,
	].join("; ");

/** Begins a transaction on PostgreSQL that sees one state of the database. */
export const beginSnapshot = (schema: string, statementMs: number): string =>
	[
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
		pathTo(schema),
		`SET LOCAL statement_timeout = ${statementMs}`,
	].join("; ");
