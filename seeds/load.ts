import { relative } from "node:path";
import type { Database, Storage } from "../shared/database/database.ts";
import { openEngagementsDatabase } from "../subgraphs/engagements/database/open.ts";
import { DatasetRow } from "../subgraphs/engagements/database/rows.ts";
import { publishCases } from "../subgraphs/engagements/release/publish-cases.ts";
import { openInstitutesDatabase } from "../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../subgraphs/mep/database/open.ts";
import type { RowFault } from "./csv.ts";
import { readEngagementsSeeds, writeEngagementsSeeds } from "./engagements.ts";
import { type InstitutesSeeds, readInstitutesSeeds, writeInstitutesSeeds } from "./institutes.ts";
import { readMepSeeds, writeMepSeeds } from "./mep.ts";
import type { Counts } from "./upsert.ts";

export type LoadOptions = Storage & {
	/** Folder of the seed files. */
	seedsDir: string;
	/** Receives each line of progress; standard error by default. */
	say?: (line: string) => void;
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
		say(`institutes: ${describeCounts(await writeInstitutesSeeds(institutes, seeds.institutes))}`);
		say(describeDoubts(seeds.institutes));
		say(`mep: ${describeCounts(await writeMepSeeds(mep, seeds.mep))}`);
	} finally {
		await institutes.close();
		await mep.close();
	}
}

/** Loads the published cases and, where nothing was released yet, publishes statistics of them. */
async function loadEngagements(
	database: Database,
	{ engagements, mep, institutes }: ReturnType<typeof readSeeds>,
	say: (line: string) => void,
): Promise<void> {
	say(`engagements: ${describeCounts(await writeEngagementsSeeds(database, engagements))}`);
	const labels = { centers: mep.centers, institutes: institutes.institutes };
	const release = await publishCases(database, labels);
	if (release) say(`statistics: release ${release.number}, of published cases`);
}

/** Loads all seed data; real engagements are not loaded into a folder of synthetic ones. */
export async function loadSeeds(options: LoadOptions): Promise<void> {
	const { seedsDir, say = console.error, ...storage } = options;
	const seeds = readSeeds(seedsDir);
	await loadReferenceSeeds(options);
	const database = await openEngagementsDatabase(storage);
	try {
		const [dataset] = await database.write((manager) => manager.find(DatasetRow));
		if (dataset?.kind === "SYNTHETIC")
			say("engagements: this folder contains SYNTHETIC records; real ones are not loaded");
		else await loadEngagements(database, seeds, say);
	} finally {
		await database.close();
	}
}
