import { existsSync } from "node:fs";
import { relative } from "node:path";
import sql from "sql-template-tag";
import type { Database, Storage } from "../shared/database/database.ts";
import { loadedSeeds, noteLoadedSeeds } from "../shared/database/loaded-seeds.ts";
import { openEngagementsDatabase } from "../subgraphs/engagements/database/open.ts";
import { DatasetRow } from "../subgraphs/engagements/database/rows.ts";
import { publishCases } from "../subgraphs/engagements/release/publish-cases.ts";
import { openInstitutesDatabase } from "../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../subgraphs/mep/database/open.ts";
import type { RowFault } from "./csv.ts";
import { seedsDigest } from "./digest.ts";
import { readEngagementsSeeds, writeEngagementsSeeds } from "./engagements.ts";
import { type InstitutesSeeds, readInstitutesSeeds, writeInstitutesSeeds } from "./institutes.ts";
import { readMepSeeds, writeMepSeeds } from "./mep.ts";
import type { Counts } from "./upsert.ts";

export type LoadOptions = Storage & {
	/** Folder of the seed files. */
	seedsDir: string;
	/** Receives each line of progress; standard error by default. */
	say?: (line: string) => void;
	/** What the program was compiled from: seed data that it has loaded before is then not read again. */
	build?: string;
};

/** Lists all faults of the seed files; nothing was written. */
export class SeedError extends Error {
	constructor(readonly faults: RowFault[]) {
		const lines = faults.map(
			({ file, line, column, reason }) =>
				`${relative(process.cwd(), file)}:${line} ${column}: ${reason}`,
		);
		super(`The seed data has ${faults.length} error(s); nothing was loaded:\n${lines.join("\n")}`);
	}
}

function describeCounts(counts: Counts): string {
	return Object.entries(counts)
		.map(
			([noun, { created, updated, unchanged }]) =>
				`${created + updated + unchanged} ${noun} (${created} new, ${updated} changed)`,
		)
		.join(", ");
}

function describeDoubts({ observations, doubts }: InstitutesSeeds): string {
	const settled = doubts.filter((doubt) => doubt.settled).length;
	return `${observations.length} facts loaded; ${doubts.length - settled} doubts open, ${settled} settled`;
}

function readSeeds(dir: string) {
	const institutes = readInstitutesSeeds(dir);
	const mep = readMepSeeds(dir);
	const engagements = readEngagementsSeeds(dir, {
		centers: new Set(mep.data.centers.map((row) => row.id)),
		institutes: new Set(institutes.data.institutes.map((row) => row.id)),
	});
	const faults = [...institutes.faults, ...mep.faults, ...engagements.faults];
	if (faults.length > 0) throw new SeedError(faults);
	return { institutes: institutes.data, mep: mep.data, engagements: engagements.data };
}

type Seeds = ReturnType<typeof readSeeds>;

async function writeReference(
	{ institutes, mep }: Pick<Databases, "institutes" | "mep">,
	seeds: Seeds,
	say: (line: string) => void,
): Promise<void> {
	say(`institutes: ${describeCounts(await writeInstitutesSeeds(institutes, seeds.institutes))}`);
	say(describeDoubts(seeds.institutes));
	say(`mep: ${describeCounts(await writeMepSeeds(mep, seeds.mep))}`);
}

/** Loads institutes and centers only. Throws SeedError, before anything is written, if a row is faulty. */
export async function loadReferenceSeeds({
	seedsDir,
	say = console.error,
	...storage
}: LoadOptions): Promise<void> {
	const seeds = readSeeds(seedsDir);
	const institutes = await openInstitutesDatabase(storage);
	const mep = await openMepDatabase(storage);
	try {
		await writeReference({ institutes, mep }, seeds, say);
	} finally {
		await institutes.close();
		await mep.close();
	}
}

/** Whether a database has synthetic records, which is said. */
async function isSynthetic(database: Database, say: (line: string) => void): Promise<boolean> {
	const [dataset] = await database.read<DatasetRow>(sql`SELECT kind FROM dataset`);
	if (dataset?.kind !== "SYNTHETIC") return false;
	say("engagements: this folder contains SYNTHETIC records; real ones are not loaded");
	return true;
}

/** Loads the published cases and, where nothing was released yet, publishes statistics of them. */
async function loadEngagements(
	database: Database,
	{ engagements, mep, institutes }: Seeds,
	say: (line: string) => void,
): Promise<void> {
	if (await isSynthetic(database, say)) return;
	say(`engagements: ${describeCounts(await writeEngagementsSeeds(database, engagements))}`);
	const labels = { centers: mep.centers, institutes: institutes.institutes };
	const release = await publishCases(database, labels);
	if (release) say(`statistics: release ${release.number}, of published cases`);
}

type Databases = { institutes: Database; mep: Database; engagements: Database };

async function openAll(storage: Storage): Promise<Databases> {
	const opening = [openInstitutesDatabase, openMepDatabase, openEngagementsDatabase];
	// Reads go to the database itself: a replica may not know yet what was loaded.
	const place = { ...storage, readUrls: undefined };
	const opened = await Promise.allSettled(opening.map((open) => open(place)));
	const [institutes, mep, engagements] = opened.flatMap((one) =>
		one.status === "fulfilled" ? [one.value] : [],
	);
	if (institutes && mep && engagements) return { institutes, mep, engagements };
	for (const one of opened) if (one.status === "fulfilled") await one.value.close();
	throw opened.find((one) => one.status === "rejected")?.reason;
}

/** Whether all databases have this seed data; what grew much since is analyzed. */
async function areLoaded(databases: Databases, digest: string): Promise<boolean> {
	const digests = await Promise.all(Object.values(databases).map(loadedSeeds));
	if (digests.some((one) => one !== digest)) return false;
	// PostgreSQL does that by itself. The mask: all tables, by reading each whole.
	const { engagements } = databases;
	if (engagements.engine === "sqlite")
		await engagements.write((manager) => manager.query("PRAGMA optimize=0x10002"));
	return true;
}

/**
 * Loads all seed data; real engagements are not loaded into a folder of synthetic ones. Throws SeedError, before anything
 * is written, if a row is faulty.
 */
export async function loadSeeds(options: LoadOptions): Promise<void> {
	const { seedsDir, say = console.error, build, ...storage } = options;
	const digest = build && seedsDigest(seedsDir, build);
	const read = () => readSeeds(seedsDir);
	// Nothing is made in a new folder before the files were read.
	const first = digest && (storage.databaseUrl || existsSync(storage.dataDir)) ? undefined : read();
	const databases = await openAll(storage);
	try {
		if (digest && !first && (await areLoaded(databases, digest))) {
			say("seed data: as it was loaded before");
			await isSynthetic(databases.engagements, say);
			return;
		}
		const seeds = first ?? read();
		await writeReference(databases, seeds, say);
		await loadEngagements(databases.engagements, seeds, say);
		if (digest)
			for (const database of Object.values(databases)) await noteLoadedSeeds(database, digest);
	} finally {
		for (const database of Object.values(databases)) await database.close();
	}
}
