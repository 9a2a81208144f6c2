import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readConfig } from "../../../shared/config.ts";
import { VERSION } from "../../../shared/program.ts";
import { refuseSandbox } from "../sandbox/folder.ts";
import { packBackup } from "./backup-file.ts";
import { DATABASES, type DatabaseState, type DataPlace, statesOf } from "./databases.ts";
import { dumpPostgres } from "./postgres-dump.ts";
import { copySqlite } from "./sqlite-copy.ts";

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The databases that exist; throws where there are none, or one of a newer version. */
function existing(states: DatabaseState[], place: string): DatabaseState[] {
	const unfit = states.find((state) => state.unfit);
	if (unfit) throw new Error(`${place}: nothing was backed up: ${unfit.unfit}`);
	const there = states.filter(({ applied }) => applied.length > 0);
	if (there.length === 0) throw new Error(`${place}: there is no data of the hub in it`);
	return there;
}

/** Writes every database, as it is at one moment, into one new file, while hubs run. */
export async function backup(
	file: string,
	{ dataDir, databaseUrl }: DataPlace = readConfig(),
	say = console.log,
): Promise<void> {
	refuseSandbox(dataDir);
	const target = resolve(file);
	if (existsSync(target))
		throw new Error(`${file}: the file exists and is not overwritten; name a new file`);
	if (!existsSync(dirname(target)))
		throw new Error(`${file}: there is no folder ${dirname(target)}`);
	const place = databaseUrl ? "HUB_DATABASE_URL" : `HUB_DATA_DIR: ${dataDir}`;
	const states = existing(await statesOf({ dataDir, databaseUrl }), place);
	const names = DATABASES.map(({ definition }) => definition.name).filter((name) =>
		states.some((state) => state.name === name),
	);
	const folder = join(
		dirname(target),
		`.${basename(target)}.${randomBytes(4).toString("hex")}.making`,
	);
	await mkdir(folder, { mode: 0o700 });
	try {
		const databases = Object.fromEntries(states.map(({ name, applied }) => [name, applied]));
		if (!databaseUrl) await copySqlite(dataDir, folder, names);
		const { files } = await packBackup(
			folder,
			databaseUrl
				? await dumpPostgres(databaseUrl, databases, folder)
				: names.map((name) => `${name}.sqlite`),
			{
				hub: VERSION,
				engine: databaseUrl ? "postgres" : "sqlite",
				madeAt: new Date().toISOString(),
				databases,
			},
			target,
		);
		const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
		say(`${file}: ${names.join(", ")} (${megabytes(bytes)} before compression)`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
