import { join } from "node:path";
import pg from "pg";
import type { Sql } from "sql-template-tag";
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
		types: TYPES,
		keepAlive: true,
		options: `-c search_path=${name}`,
	});
	pool.on("error", () => undefined);
	return {
		async read(work) {
			const client = await pool.connect();
			let broken = true;
			try {
				await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
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
