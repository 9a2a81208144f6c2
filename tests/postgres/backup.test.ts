import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { create, extract } from "tar";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { backup } from "../../gateway/cli/data/backup.ts";
import { DATABASES } from "../../gateway/cli/data/databases.ts";
import { migrateStatus, migrateUp } from "../../gateway/cli/data/migrate.ts";
import { restore } from "../../gateway/cli/data/restore.ts";
import { loadSeeds } from "../../seeds/load.ts";
import { migrateWithin } from "../../shared/database/postgres-migrate.ts";
import { SEEDS } from "../support/paths.ts";
import { emptyStorage } from "../support/storage.ts";

type Place = { databaseUrl: string; dataDir: string };

const scratch = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(scratch, "hub.tgz");
const say = () => undefined;

const emptyDatabase = async () => (await emptyStorage()) as Place;

async function asked(url: string, sql: string): Promise<Array<Record<string, unknown>>> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

/** Every table with a hash of all that is in it. */
async function contentsOf(url: string): Promise<Record<string, unknown>> {
	const tables = await asked(
		url,
		"SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname !~ '^(pg_|information_schema)' AND tablename <> 'migrations' ORDER BY 1",
	);
	const contents: Record<string, unknown> = {};
	for (const { name } of tables)
		[contents[name as string]] = await asked(
			url,
			`SELECT COUNT(*)::int AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${name} t`,
		);
	return contents;
}
/** How the tables are made: columns, keys, indexes, triggers, and the migrations that they name. */
const schemaOf = async (url: string) => [
	await asked(
		url,
		"SELECT table_schema, table_name, column_name, data_type, column_default, is_nullable FROM information_schema.columns WHERE table_schema !~ '^(pg_|information_schema)' ORDER BY 1, 2, ordinal_position",
	),
	await asked(
		url,
		"SELECT indexdef FROM pg_indexes WHERE schemaname !~ '^(pg_|information_schema)' ORDER BY 1",
	),
	await asked(
		url,
		"SELECT pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
	),
	await asked(
		url,
		"SELECT conrelid::regclass::text AS of, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conrelid <> 0 AND connamespace::regnamespace::text !~ '^pg_' ORDER BY 1, 2",
	),
];
const NUMBERS =
	"SELECT schemaname, sequencename, last_value FROM pg_sequences WHERE sequencename <> 'migrations_id_seq' ORDER BY 1, 2";

const ODD = '\\.\n"a",\\N\t\r\n\u0001 精密 \u{1f529}';

let hub: Place;
beforeAll(async () => {
	hub = await emptyDatabase();
	await loadSeeds({ ...hub, seedsDir: SEEDS, say });
	const [row] = await asked(hub.databaseUrl, "SELECT MIN(id) AS id FROM engagements.engagements");
	await asked(
		hub.databaseUrl,
		`UPDATE engagements.engagements SET title = ${pg.escapeLiteral(ODD)}, note = '' WHERE id = '${row?.id}'`,
	);
	// A number that was given, and whose row is gone.
	await asked(hub.databaseUrl, "SELECT setval('engagements.revisions_seq_seq', 4711)");
}, 120_000);

/** A copy of the backup in which one table was changed, and the manifest with it. */
async function changed(name: string, table: string, change: (text: string) => string) {
	const folder = mkdtempSync(join(scratch, "changed-"));
	await extract({ file, cwd: folder });
	const path = join(folder, `${table}.csv`);
	writeFileSync(path, change(readFileSync(path, "utf8")));
	const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
	const one = manifest.files.find((each: { name: string }) => each.name === `${table}.csv`);
	one.bytes = statSync(path).size;
	one.sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
	writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
	const names = (await readdir(folder)).filter((each) => each !== "manifest.json");
	await create({ file: join(scratch, name), cwd: folder, gzip: true }, ["manifest.json", ...names]);
	return join(scratch, name);
}
const tablesIn = async (url: string) =>
	(
		await asked(
			url,
			"SELECT tablename FROM pg_tables WHERE schemaname !~ '^(pg_|information_schema)'",
		)
	).length;

describe("a backup of PostgreSQL", () => {
	it("is restored into an empty database: the same tables, rows, triggers and numbers", async () => {
		await backup(file, hub, say);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const other = await emptyDatabase();
		await restore(file, other, say);
		const rows = await contentsOf(hub.databaseUrl);
		expect(Object.keys(rows).length).toBeGreaterThan(40);
		expect(await contentsOf(other.databaseUrl)).toEqual(rows);
		expect(
			await asked(other.databaseUrl, "SELECT note FROM engagements.engagements WHERE note = ''"),
		).toHaveLength(1);
		expect(await schemaOf(other.databaseUrl)).toEqual(await schemaOf(hub.databaseUrl));
		const numbers = await asked(hub.databaseUrl, NUMBERS);
		expect(numbers).toContainEqual(expect.objectContaining({ last_value: "4711" }));
		expect(await asked(other.databaseUrl, NUMBERS)).toEqual(numbers);
		// The restored one is a hub's: it takes what comes next.
		await migrateUp(other, say);
		expect(await migrateStatus(other, say)).toBe(true);
		await loadSeeds({ ...other, seedsDir: SEEDS, say });
	}, 120_000);

	it("has all databases as they were at one moment, while they are written to", async () => {
		const database = await emptyDatabase();
		await migrateUp(database, say);
		const count = (n: number) =>
			asked(
				database.databaseUrl,
				`BEGIN; ${["engagements.counted", "registry.counted"].map((table) => `INSERT INTO ${table} VALUES (${n})`).join("; ")}; COMMIT`,
			);
		for (const schema of ["engagements", "registry"])
			await asked(database.databaseUrl, `CREATE TABLE ${schema}.counted (n integer)`);
		let isOver = false;
		const writer = (async () => {
			for (let n = 0; !isOver; n++) await count(n);
		})();
		const during = join(scratch, "during.tgz");
		await backup(during, database, say);
		isOver = true;
		await writer;
		const folder = mkdtempSync(join(scratch, "during-"));
		await extract({ file: during, cwd: folder });
		const [one, other] = ["engagements", "registry"].map((schema) =>
			readFileSync(join(folder, `${schema}.counted.csv`), "utf8"),
		);
		expect(one).toBe(other);
		expect(one).toMatch(/^0\n/);
	}, 120_000);

	it("of an earlier version is restored as it was, and brought up to date afterwards", async () => {
		const earlier = await emptyDatabase();
		const client = new pg.Client({ connectionString: earlier.databaseUrl });
		await client.connect();
		await client.query("BEGIN");
		for (const { definition } of DATABASES)
			await migrateWithin(client, { ...definition, migrations: definition.migrations.slice(0, 1) });
		await client.query("COMMIT");
		await client.end();
		const old = join(scratch, "old.tgz");
		await backup(old, earlier, say);
		const other = await emptyDatabase();
		const said: string[] = [];
		await restore(old, other, (line) => said.push(line));
		expect(said.join()).toMatch(/of an earlier version/);
		expect(await schemaOf(other.databaseUrl)).toEqual(await schemaOf(earlier.databaseUrl));
		await migrateUp(other, say);
		expect(await migrateStatus(other, say)).toBe(true);
	}, 120_000);
});

describe("a restore is refused, and changes nothing", () => {
	it("into a database that is not empty, or not in UTF-8", async () => {
		const other = await emptyDatabase();
		await asked(other.databaseUrl, "CREATE TABLE guests (id integer)");
		await expect(restore(file, other, say)).rejects.toThrow(
			/HUB_DATABASE_URL: .*not empty \(it has public.guests\)/,
		);
		await expect(restore(file, hub, say)).rejects.toThrow(/HUB_DATABASE_URL: .*not empty/);
		expect(await tablesIn(other.databaseUrl)).toBe(1);
		const server = inject("postgres");
		await asked(
			`${server}/postgres`,
			"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
		);
		const latin = { ...other, databaseUrl: `${server}/latin` };
		await expect(restore(file, latin, say)).rejects.toThrow(/encoding is LATIN1; expected UTF-8/);
		expect(existsSync(other.dataDir)).toBe(false);
	}, 60_000);

	it("of rows that the tables do not take, or that are fewer than were backed up", async () => {
		const other = await emptyDatabase();
		const broken = await changed("broken.tgz", "mep.mep_centers", (text) => `${text}1,2,3\n`);
		await expect(restore(broken, other, say)).rejects.toThrow(/missing data for column/);
		expect(await tablesIn(other.databaseUrl)).toBe(0);
		const fewer = await changed("fewer.tgz", "mep.mep_centers", () => "");
		await expect(restore(fewer, other, say)).rejects.toThrow(
			/mep.mep_centers has 0 rows, but 51 were backed up/,
		);
		expect(await tablesIn(other.databaseUrl)).toBe(0);
		await restore(file, other, say);
	}, 120_000);
});
