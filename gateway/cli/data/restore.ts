import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readConfig } from "../../../shared/config.ts";
import { compareSchema, schemaOf, unfitness } from "../../../shared/database/fitness.ts";
import { type Manifest, unpackBackup } from "./backup-file.ts";
import { DATABASES, type DataPlace } from "./databases.ts";
import { contentOf } from "./postgres-client.ts";
import { restorePostgres } from "./postgres-dump.ts";
import { checkWhole } from "./sqlite-copy.ts";

const ENGINES = { sqlite: "SQLite files", postgres: "a PostgreSQL database" };

/** Throws where this version cannot use what the backup has, or it is of the other engine. */
function checkManifest(file: string, manifest: Manifest, engine: Manifest["engine"]): void {
	if (manifest.engine !== engine) {
		const how =
			engine === "sqlite"
				? "set HUB_DATABASE_URL to an empty database"
				: 'restore it without HUB_DATABASE_URL, then move it with "npm run hub -- copy"';
		throw new Error(`${file} is a backup of ${ENGINES[manifest.engine]}; ${how}`);
	}
	for (const [name, applied] of Object.entries(manifest.databases)) {
		const known = DATABASES.find(({ definition }) => definition.name === name)?.definition;
		const unknown = known ? compareSchema({ applied }, known).unknown : [name];
		if (unknown.length > 0)
			throw new Error(
				`${file} was made by a newer version of the hub (${manifest.hub}, with ${unknown.join(", ")} in ${name}); restore it with that version or a later one`,
			);
	}
}

function refuseFull(dataDir: string): void {
	if (!existsSync(dataDir)) return;
	const [first] = readdirSync(dataDir);
	if (first)
		throw new Error(
			`HUB_DATA_DIR: ${dataDir} is not empty (it has ${first}); nothing is overwritten. Set HUB_DATA_DIR to a new folder, and start the hub on that`,
		);
}

async function restoreFiles(folder: string, manifest: Manifest, dataDir: string): Promise<void> {
	for (const { name } of manifest.files) {
		const path = join(folder, name);
		await checkWhole(path).catch((error: Error) => {
			throw new Error(`${name} in the backup is damaged: ${error.message}; nothing was restored`);
		});
		chmodSync(path, 0o600);
		for (const beside of ["-wal", "-shm"]) await rm(path + beside, { force: true });
	}
	refuseFull(dataDir);
	// A folder takes the place of an empty one.
	await rename(folder, dataDir);
}

/** Throws unless the database is empty and in UTF-8. */
async function refuseFullDatabase(dataDir: string, databaseUrl: string): Promise<void> {
	const schema = await schemaOf({ dataDir, databaseUrl }, "institutes");
	const reason = unfitness({ ...schema, applied: [] }, { name: "", migrations: [] });
	if (reason) throw new Error(`HUB_DATABASE_URL: the database cannot be used: ${reason}`);
	const found = await contentOf(databaseUrl);
	if (found)
		throw new Error(
			`HUB_DATABASE_URL: the database is not empty (it has ${found}); nothing is overwritten. Create an empty database, restore into that, and start the hub on it`,
		);
}

/** Restores a backup into a new folder, or an empty database. What is wrong is told before anything is changed. */
export async function restore(
	file: string,
	{ dataDir, databaseUrl }: DataPlace = readConfig(),
	say = console.log,
): Promise<void> {
	if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
	if (databaseUrl) await refuseFullDatabase(dataDir, databaseUrl);
	else refuseFull(dataDir);
	const above = dirname(dataDir);
	await mkdir(above, { recursive: true });
	const folder = join(above, `.${basename(dataDir)}.${randomBytes(4).toString("hex")}.restoring`);
	await mkdir(folder, { mode: 0o700 });
	try {
		const manifest = await unpackBackup(file, folder);
		checkManifest(file, manifest, databaseUrl ? "postgres" : "sqlite");
		if (databaseUrl) await restorePostgres(databaseUrl, folder, manifest.databases);
		else await restoreFiles(folder, manifest, dataDir);
		const place = databaseUrl ? "the database of HUB_DATABASE_URL" : dataDir;
		say(
			`${Object.keys(manifest.databases).join(", ")}, backed up at ${manifest.madeAt}, are in ${place}.`,
		);
		const pending = DATABASES.flatMap(({ definition }) => {
			const applied = manifest.databases[definition.name];
			return applied ? compareSchema({ applied }, definition).pending : [];
		});
		if (pending.length > 0)
			say("They are of an earlier version, and are brought up to date when the hub starts.");
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
