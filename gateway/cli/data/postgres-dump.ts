import { createReadStream, createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { migrateWithin } from "../../../shared/database/postgres-migrate.ts";
import type { Manifest } from "./backup-file.ts";
import { DATABASES } from "./databases.ts";
import { withClient } from "./postgres-client.ts";

/** What a dump has beside a file for each table. */
const CONTENTS = "tables.json";

const NAME = z.string().regex(/^\w+$/);
const contentsSchema = z.object({
	/** In an order in which each row comes after those that it refers to. */
	tables: z.array(
		z.object({ schema: NAME, table: NAME, columns: z.array(NAME), rows: z.number().int() }),
	),
	/** The last number that each sequence gave; none for one that gave none. */
	sequences: z.array(z.object({ schema: NAME, name: NAME, last: z.string().regex(/^\d+$/) })),
});
type Contents = z.output<typeof contentsSchema>;
type Table = Contents["tables"][number];

/** Made by the migrations, which a restore runs again. */
const MADE = ["migrations", "migrations_id_seq"];

const TABLES = `SELECT n.nspname AS schema, c.relname AS table,
	array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
	ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
		WHERE f.contype = 'f' AND f.conrelid = c.oid AND r.oid <> c.oid) AS refers
	FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
	WHERE c.relkind = 'r' AND n.nspname = $1 AND c.relname <> ALL($2)
	GROUP BY n.nspname, c.relname, c.oid ORDER BY c.relname`;
const SEQUENCES = `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
	WHERE schemaname = ANY($1) AND sequencename <> ALL($2) AND last_value IS NOT NULL ORDER BY 1, 2`;

const nameOf = ({ schema, table }: Table) => `"${schema}"."${table}"`;
const fileOf = ({ schema, table }: Table) => `${schema}.${table}.csv`;
const columnsOf = ({ columns }: Table) => columns.map((name) => `"${name}"`).join(", ");

/** Text that means the same to every server, and statements that may take their time. */
const settings = (client: pg.Client) =>
	client.query(
		"SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL timezone = 'UTC'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0",
	);

/** The tables of a schema, each after those that its rows refer to. */
async function tablesOf(client: pg.Client, schema: string): Promise<Table[]> {
	type Row = Omit<Table, "rows"> & { refers: string[] };
	const { rows: left } = await client.query<Row>(TABLES, [schema, MADE]);
	const ordered: Table[] = [];
	while (left.length > 0) {
		const at = left.findIndex(({ refers }) =>
			refers.every((name) => !left.some(({ table }) => table === name)),
		);
		const [next] = left.splice(at, 1);
		if (at < 0 || !next) throw new Error(`${schema}: its tables refer to each other in a circle`);
		const { refers: _, ...table } = next;
		ordered.push({ ...table, rows: 0 });
	}
	return ordered;
}

/**
 * Writes the tables of all schemas as they are at one moment, while hubs write to them: a file of CSV for each, as COPY
 * makes it, and what they are. `applied` is what each schema was found to be made by. Returns the names of the files.
 */
export async function dumpPostgres(
	url: string,
	applied: Readonly<Record<string, readonly string[]>>,
	folder: string,
): Promise<string[]> {
	return withClient(url, async (client) => {
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
		await settings(client);
		const schemas = Object.keys(applied);
		const tables: Table[] = [];
		for (const schema of schemas) {
			const { rows } = await client.query(
				`SELECT name FROM "${schema}"."migrations" ORDER BY timestamp, id`,
			);
			if (rows.map(({ name }) => name).join() !== applied[schema]?.join())
				throw new Error("the database was brought to another version meanwhile; try again");
			tables.push(...(await tablesOf(client, schema)));
		}
		for (const table of tables) {
			const copy = client.query(
				copyTo(`COPY ${nameOf(table)} (${columnsOf(table)}) TO STDOUT (FORMAT csv)`),
			);
			await pipeline(copy, createWriteStream(join(folder, fileOf(table)), { mode: 0o600 }));
			table.rows = copy.rowCount;
		}
		// After the rows: a sequence is never behind them.
		const { rows: sequences } = await client.query(SEQUENCES, [schemas, MADE]);
		await client.query("COMMIT");
		const contents: Contents = { tables, sequences };
		await writeFile(join(folder, CONTENTS), `${JSON.stringify(contents)}\n`, { mode: 0o600 });
		return [CONTENTS, ...tables.map(fileOf)];
	});
}

/** Puts the rows of one table in the place of those that migrations made. */
async function load(client: pg.Client, table: Table, folder: string): Promise<void> {
	const { rows } = await client.query(`SELECT 1 FROM ${nameOf(table)} LIMIT 1`);
	if (rows.length > 0) await client.query(`DELETE FROM ${nameOf(table)}`);
	const copy = client.query(
		copyFrom(`COPY ${nameOf(table)} (${columnsOf(table)}) FROM STDIN (FORMAT csv)`),
	);
	await pipeline(createReadStream(join(folder, fileOf(table))), copy);
	if (copy.rowCount !== table.rows)
		throw new Error(
			`${table.schema}.${table.table} has ${copy.rowCount} rows, but ${table.rows} were backed up`,
		);
}

/**
 * Restores a dump into an empty database, as one transaction: the migrations by which each schema was made, then its
 * rows.
 */
export async function restorePostgres(
	url: string,
	folder: string,
	databases: Manifest["databases"],
): Promise<void> {
	const { tables, sequences } = contentsSchema.parse(
		JSON.parse(await readFile(join(folder, CONTENTS), "utf8")),
	);
	await withClient(url, async (client) => {
		await client.query("BEGIN");
		await settings(client);
		for (const { definition } of DATABASES) {
			const applied = databases[definition.name] ?? [];
			const migrations = definition.migrations.filter(({ name }) => applied.includes(name));
			if (migrations.length > 0) await migrateWithin(client, { ...definition, migrations });
		}
		for (const table of tables) await load(client, table, folder);
		for (const { schema, name, last } of sequences)
			await client.query("SELECT setval($1::regclass, $2)", [`"${schema}"."${name}"`, last]);
		await client.query("COMMIT");
	});
}
