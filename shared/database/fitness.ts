import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { DatabaseDefinition, Storage } from "./database.ts";
import { openReader } from "./reader.ts";

type Place = Pick<Storage, "dataDir" | "databaseUrl">;

/** What a database says of itself. */
export type Schema = {
	/** Names of the migrations that made it, in their order; none where it does not exist yet. */
	applied: string[];
	/** "UTF8" or "UTF-8" for one that the hub can use. */
	encoding: string;
};

const CONNECT_MS = 10_000;
const UTF8 = /^utf-?8$/i;

async function schemaInFile(file: string): Promise<Schema> {
	if (!existsSync(file) || statSync(file).size === 0) return { applied: [], encoding: "UTF-8" };
	const reader = await openReader(file);
	try {
		const [encoding] = await reader.all<{ encoding: string }>("PRAGMA encoding");
		const tables = await reader.all(
			"SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migrations'",
		);
		const rows =
			tables.length === 0
				? []
				: await reader.all<{ name: string }>("SELECT name FROM migrations ORDER BY timestamp, id");
		return { applied: rows.map(({ name }) => name), encoding: encoding?.encoding ?? "UTF-8" };
	} finally {
		await reader.close();
	}
}

async function schemaInPostgres(url: string, schema: string): Promise<Schema> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
	client.on("error", () => undefined);
	await client.connect();
	try {
		const table = `"${schema}"."migrations"`;
		const { rows: about } = await client.query(
			"SELECT current_setting('server_encoding') AS encoding, to_regclass($1) AS found",
			[table],
		);
		const [{ encoding, found }] = about;
		if (!found) return { applied: [], encoding };
		const { rows } = await client.query(`SELECT name FROM ${table} ORDER BY timestamp, id`);
		return { applied: rows.map(({ name }) => name), encoding };
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** Reads what a database says of itself, and changes nothing. Rejects where it cannot be read. */
export function schemaOf({ dataDir, databaseUrl }: Place, name: string): Promise<Schema> {
	return databaseUrl
		? schemaInPostgres(databaseUrl, name)
		: schemaInFile(join(dataDir, `${name}.sqlite`));
}

/** How far a database is behind this version of the hub, or ahead of it. */
export function compareSchema(
	{ applied }: Pick<Schema, "applied">,
	{ migrations }: Pick<DatabaseDefinition, "migrations">,
): { pending: string[]; unknown: string[] } {
	const known = migrations.map(({ name }) => name);
	return {
		pending: known.filter((name) => !applied.includes(name)),
		unknown: applied.filter((name) => !known.includes(name)),
	};
}

/** Why this version of the hub cannot use a database that is there; undefined where it can. */
export function unfitness(
	schema: Schema,
	{ name, migrations }: Pick<DatabaseDefinition, "name" | "migrations">,
): string | undefined {
	if (!UTF8.test(schema.encoding))
		return `its encoding is ${schema.encoding}; expected UTF-8. Make a new one: CREATE DATABASE hub ENCODING 'UTF8' TEMPLATE template0`;
	const { unknown } = compareSchema(schema, { migrations });
	if (unknown.length === 0) return undefined;
	return `its ${name} tables were made by a newer version of the hub (${unknown.join(", ")} is not known to this one, which ends with ${migrations.at(-1)?.name}). Run that version or a later one, or restore a backup that this version made`;
}

/** Throws an Error where a database that is there cannot be used; nothing is changed. One that does not answer is left to whoever opens it. */
export async function refuseUnfit(
	place: Place,
	definition: Pick<DatabaseDefinition, "name" | "migrations">,
): Promise<void> {
	const { databaseUrl, dataDir } = place;
	let reason: string | undefined;
	try {
		reason = unfitness(await schemaOf(place, definition.name), definition);
	} catch (error) {
		if ((error as { code?: string }).code !== "SQLITE_NOTADB") return;
		reason = `${definition.name}.sqlite is not an SQLite database`;
	}
	if (!reason) return;
	throw new Error(
		databaseUrl
			? `HUB_DATABASE_URL: the database cannot be used: ${reason}`
			: `HUB_DATA_DIR: ${dataDir} cannot be used: ${reason}`,
	);
}
