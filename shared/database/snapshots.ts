import { join } from "node:path";
import pg from "pg";
import type { Sql } from "sql-template-tag";
import { DEFAULT_DATABASE_BOUNDS } from "../config-database.ts";
import { beginSnapshot } from "./begin.ts";
import type { Storage } from "./database.ts";
import { parametersOf } from "./parameters.ts";
import { TYPES } from "./postgres-types.ts";
import { openReader } from "./reader.ts";
import type { Reader } from "./reader-in.ts";

/** A subgraph's database, read apart from the connections that serve requests, for example in a thread. */
export type Snapshots = {
	/** Runs `work`, whose statements all see the same committed rows. One at a time. */
	read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

type Where = Pick<Storage, "dataDir" | "databaseUrl"> & { name: string };

/** How long one statement may run: the first ones read all records. */
const STATEMENT_MS = 600_000;
/** While a connection is used nobody else hears of its errors; whoever waits for a statement is told. */
const ignore = () => undefined;

async function onSqlite({ dataDir, name }: Where): Promise<Snapshots> {
	const connection = await openReader(join(dataDir, `${name}.sqlite`));
	return {
		async read(work) {
			await connection.all("BEGIN");
			try {
				return await work({
					read(statement: Sql) {
						const { text, values } = parametersOf(statement, "sqlite");
						return connection.all(text, values);
					},
				});
			} finally {
				await connection.all("COMMIT");
			}
		},
		close: () => connection.close(),
	};
}

function onPostgres({ name }: Where, connectionString: string): Snapshots {
	const pool = new pg.Pool({
		connectionString,
		max: 1,
		types: TYPES as pg.CustomTypesConfig,
		connectionTimeoutMillis: DEFAULT_DATABASE_BOUNDS.connectMs,
		query_timeout: STATEMENT_MS,
		keepAlive: true,
		keepAliveInitialDelayMillis: DEFAULT_DATABASE_BOUNDS.connectMs,
	});
	pool.on("error", () => undefined);
	return {
		async read(work) {
			const client = await pool.connect();
			client.on("error", ignore);
			let broken = true;
			try {
				await client.query(beginSnapshot(name, STATEMENT_MS));
				const done = await work({
					async read<T>(statement: Sql) {
						const { text, values } = parametersOf(statement, "postgres");
						return (await client.query(text, [...values])).rows as T[];
					},
				});
				await client.query("COMMIT");
				broken = false;
				return done;
			} finally {
				// A connection in an unknown state is closed, and the next read opens another one.
				client.off("error", ignore);
				client.release(broken);
			}
		},
		close: () => pool.end(),
	};
}

/** Opens the database of a subgraph, which exists and is migrated. */
export async function openSnapshots(where: Where): Promise<Snapshots> {
	return where.databaseUrl ? onPostgres(where, where.databaseUrl) : onSqlite(where);
}
