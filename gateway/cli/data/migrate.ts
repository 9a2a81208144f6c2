import { readConfig } from "../../../shared/config.ts";
import { refuseSandbox } from "../sandbox/folder.ts";
import { DATABASES, type DatabaseState, type DataPlace, statesOf } from "./databases.ts";

const migrations = (count: number) => `${count} migration${count === 1 ? "" : "s"}`;

function describe({ name, applied, pending, unknown }: DatabaseState): string {
	const words = [`${migrations(applied.length)} applied`];
	if (pending.length > 0) words.push(`${pending.length} pending (${pending.join(", ")})`);
	if (unknown.length > 0) words.push(`made by a newer version of the hub (${unknown.join(", ")})`);
	return `${name}: ${words.join(", ")}`;
}

/** Tells how far each database is. False where something is pending, or a database is of a newer version. */
export async function migrateStatus(
	config: DataPlace = readConfig(),
	say = console.log,
): Promise<boolean> {
	const states = await statesOf(config);
	for (const state of states) say(describe(state));
	const pending = states.flatMap((state) => state.pending).length;
	const newer = states.some(({ unknown }) => unknown.length > 0);
	if (newer) say("This version of the hub does not use these databases.");
	else if (pending > 0) say('Run "npm run hub -- migrate up", or start the hub.');
	else say("All databases are up to date.");
	return !newer && pending === 0;
}

/** Brings every database up to date; throws before the first is changed if one of them cannot be used. */
export async function migrateUp(
	config: DataPlace = readConfig(),
	say = console.log,
): Promise<void> {
	refuseSandbox(config.dataDir);
	const states = await statesOf(config);
	const unfit = states.find((state) => state.unfit);
	if (unfit)
		throw new Error(
			`${config.databaseUrl ? "HUB_DATABASE_URL" : "HUB_DATA_DIR"}: nothing was changed: ${unfit.unfit}`,
		);
	for (const { definition, open } of DATABASES) {
		const pending = states.find(({ name }) => name === definition.name)?.pending ?? [];
		await (await open(config)).close();
		say(`${definition.name}: ${migrations(pending.length)} applied now`);
	}
}
