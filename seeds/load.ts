import { relative } from "node:path";
import type { Storage } from "../shared/database/database.ts";
import { openEngagementsDatabase } from "../subgraphs/engagements/database/open.ts";
import { DatasetRow } from "../subgraphs/engagements/database/rows.ts";
import { openInstitutesDatabase } from "../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../subgraphs/mep/database/open.ts";
import type { Counts } from "./counts.ts";
import type { RowFault } from "./csv.ts";
import { readEngagementsSeeds, writeEngagementsSeeds } from "./engagements.ts";
import { type InstitutesSeeds, readInstitutesSeeds, writeInstitutesSeeds } from "./institutes.ts";
import { readMepSeeds, writeMepSeeds } from "./mep.ts";

export type LoadOptions = Storage & {
	/** Folder of the seed files. */
	seedsDir: string;
	/** Hears each line of progress; standard error by default. */
	say?: (line: string) => void;
};

/** All faults of the seed files at once; nothing was written. */
export class SeedError extends Error {
	constructor(readonly faults: RowFault[]) {
		const lines = faults.map(
			({ file, line, column, reason }) =>
				`${relative(process.cwd(), file)}:${line} ${column}: ${reason}`,
		);
		super(`The seed data has ${faults.length} fault(s), nothing was loaded:\n${lines.join("\n")}`);
	}
}

function told(counts: Counts): string {
	return Object.entries(counts)
		.map(
			([noun, { created, updated, unchanged }]) =>
				`${created + updated + unchanged} ${noun} (${created} new, ${updated} changed)`,
		)
		.join(", ");
}

function toldDoubts({ observations, doubts }: InstitutesSeeds): string {
	const settled = doubts.filter((doubt) => doubt.settled).length;
	return `${observations.length} facts loaded; ${doubts.length - settled} doubts open, ${settled} settled`;
}

function check(dir: string) {
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

/** Loads institutes and centers only. Throws SeedError, before anything is written, where a row is bad. */
export async function loadReferenceSeeds({
	seedsDir,
	say = console.error,
	...storage
}: LoadOptions): Promise<void> {
	const seeds = check(seedsDir);
	const institutes = await openInstitutesDatabase(storage);
	const mep = await openMepDatabase(storage);
	try {
		say(`institutes: ${told(await writeInstitutesSeeds(institutes, seeds.institutes))}`);
		say(toldDoubts(seeds.institutes));
		say(`mep: ${told(await writeMepSeeds(mep, seeds.mep))}`);
	} finally {
		await institutes.close();
		await mep.close();
	}
}

/** Loads all seed data; a folder of synthetic engagements keeps those and gets no real ones. */
export async function loadSeeds(options: LoadOptions): Promise<void> {
	const { seedsDir, say = console.error, ...storage } = options;
	const seeds = check(seedsDir);
	await loadReferenceSeeds(options);
	const database = await openEngagementsDatabase(storage);
	try {
		const [dataset] = await database.write((manager) => manager.find(DatasetRow));
		if (dataset?.kind === "SYNTHETIC")
			say(
				"engagements: this folder holds SYNTHETIC records; the real ones are not loaded beside them",
			);
		else say(`engagements: ${told(await writeEngagementsSeeds(database, seeds.engagements))}`);
	} finally {
		await database.close();
	}
}
