import { existsSync, mkdtempSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backup } from "../../gateway/cli/data/backup.ts";
import { migrateStatus, migrateUp } from "../../gateway/cli/data/migrate.ts";
import { restore } from "../../gateway/cli/data/restore.ts";
import { loadSeeds } from "../../seeds/load.ts";
import { DEBIAN_BIN, startDebianPostgres } from "../support/debian-postgres.ts";
import { SEEDS } from "../support/paths.ts";
import { emptyStorage } from "../support/storage.ts";

const scratch = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(scratch, "hub.tgz");

const say = () => undefined;

const COUNTS =
	"SELECT (SELECT COUNT(*)::int FROM engagements.engagements) AS engagements, (SELECT COUNT(*)::int FROM institutes.observations) AS facts, (SELECT COUNT(*)::int FROM mep.mep_centers) AS centers, (SELECT COUNT(*)::int FROM pg_trigger WHERE NOT tgisinternal) AS triggers";

async function asked(url: string, sql: string): Promise<Record<string, unknown>> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows[0];
	} finally {
		await client.end();
	}
}

it("where no pg_dump of the server's version is found, a backup says which one is needed, and makes nothing", async () => {
	const { databaseUrl = "", dataDir } = await emptyStorage();
	await loadSeeds({ databaseUrl, dataDir, seedsDir: SEEDS, say: () => undefined });
	await expect(backup(file, { databaseUrl, dataDir, postgresBin: scratch }, say)).rejects.toThrow(
		/^pg_dump of version 18 or later is needed, .* looked in .*, none was found. Install it \(on Debian: postgresql-client-18\) or name its folder in HUB_POSTGRES_BIN. The packages that the hub installs have no pg_dump/,
	);
	expect(await readdir(scratch)).toEqual([]);
});

describe.runIf(DEBIAN_BIN)("with Debian's PostgreSQL", () => {
	let server: Awaited<ReturnType<typeof startDebianPostgres>>;
	const urlOf = (name: string) => `${server.url}/${name}`;
	const at = (database: string) => ({
		databaseUrl: urlOf(database),
		dataDir: join(scratch, "data"),
		postgresBin: DEBIAN_BIN,
	});
	beforeAll(async () => {
		server = await startDebianPostgres();
		for (const name of ["hub", "empty", "other"])
			await asked(urlOf("postgres"), `CREATE DATABASE ${name}`);
		const options = { dataDir: join(scratch, "data"), databaseUrl: urlOf("hub") };
		await loadSeeds({ ...options, seedsDir: SEEDS, say: () => undefined });
	});
	afterAll(() => server.stop());

	it("a backup is restored into an empty database, with its triggers", async () => {
		await backup(file, at("hub"), say);
		await restore(file, at("empty"), say);
		expect(await asked(urlOf("empty"), COUNTS)).toEqual(await asked(urlOf("hub"), COUNTS));
		// The restored one is a hub's: it takes what comes next.
		await migrateUp(at("empty"), say);
		expect(await migrateStatus(at("empty"), say)).toBe(true);
		await loadSeeds({ ...at("empty"), seedsDir: SEEDS, say: () => undefined });
	}, 120_000);

	it("a restore is refused into a database that is not empty, or not in UTF-8, and changes nothing", async () => {
		await asked(urlOf("other"), "CREATE TABLE guests (id integer)");
		await expect(restore(file, at("other"), say)).rejects.toThrow(
			/HUB_DATABASE_URL: .*not empty \(it has public.guests\)/,
		);
		await expect(restore(file, at("hub"), say)).rejects.toThrow(/HUB_DATABASE_URL: .*not empty/);
		await asked(
			urlOf("postgres"),
			"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
		);
		await expect(restore(file, at("latin"), say)).rejects.toThrow(
			/encoding is LATIN1; expected UTF-8/,
		);
		expect(
			await asked(
				urlOf("other"),
				"SELECT COUNT(*)::int FROM pg_tables WHERE schemaname = 'engagements'",
			),
		).toEqual({ count: 0 });
		expect(existsSync(join(scratch, ".data"))).toBe(false);
	}, 60_000);
});
