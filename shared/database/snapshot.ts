import { join } from "node:path";
import pg from "pg";
import { DEFAULT_DATABASE_BOUNDS } from "../config-database.ts";
import { beginSnapshot } from "./begin.ts";
import type { Storage } from "./database.ts";
import { parametersOf } from "./parameters.ts";
import { TYPES } from "./postgres-types.ts";
import { openReader } from "./reader.ts";
import type { Reader } from "./reader-in.ts";

/** One state of a database, whatever others commit meanwhile. */
export type Snapshot = Reader & { close(): Promise<void> };

/** How long one statement may run: those that need a snapshot read much at once. */
const STATEMENT_MS = 600_000;

async function snapshotOfSqlite(file: string): Promise<Snapshot> {
	const reader = await openReader(file, { statementMs: STATEMENT_MS });
	// What is read once is not worth keeping in memory.
	for (const pragma of ["cache_size = -8192", "mmap_size = 0"])
		await reader.all(`PRAGMA ${pragma}`);
	await reader.all("BEGIN");
	// In SQLite a transaction sees the state of its first statement.
	await reader.all("SELECT COUNT(*) FROM sqlite_master");
	return {
		read(statement) {
			const { text, values } = parametersOf(statement, "sqlite");
			return reader.all(text, values);
		},
		close: () => reader.close(),
	};
}

async function snapshotOfPostgres(url: string, schema: string): Promise<Snapshot> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: DEFAULT_DATABASE_BOUNDS.connectMs,
		query_timeout: STATEMENT_MS,
		keepAlive: true,
		keepAliveInitialDelayMillis: DEFAULT_DATABASE_BOUNDS.connectMs,
		types: TYPES as pg.CustomTypesConfig,
	});
	client.on("error", () => undefined);
	await client.connect();
	await client.query(beginSnapshot(schema, STATEMENT_MS));
	return {
		async read<T>(statement: Parameters<Reader["read"]>[0]) {
			const { text, values } = parametersOf(statement, "postgres");
			return (await client.query(text, [...values])).rows as T[];
		},
		close: () => client.end(),
	};
}

/** Opens a connection of its own, to a database that exists and is migrated, that sees one state of it until it is closed. */
export function openSnapshot(
	{ dataDir, databaseUrl }: Pick<Storage, "dataDir" | "databaseUrl">,
	name: string,
): Promise<Snapshot> {
	return databaseUrl
		? snapshotOfPostgres(databaseUrl, name)
		: snapshotOfSqlite(join(dataDir, `${name}.sqlite`));
}
