import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sql, { raw } from "sql-template-tag";
import type { Database } from "../shared/database/database.ts";
import { createLog } from "../shared/log.ts";
import { openEngagementsDatabase } from "../subgraphs/engagements/database/open.ts";
import { DatasetRow } from "../subgraphs/engagements/database/rows.ts";
import { loadReferenceSeeds } from "./load.ts";
import { type Size, writeRecords } from "./synthetic/records.ts";
import { readReference } from "./synthetic/reference.ts";
import { publishReleases, releasedFrom } from "./synthetic/releases.ts";
import type { Standing } from "./synthetic/standing.ts";
import { withoutIndexes } from "./synthetic/without-indexes.ts";

const SEEDS_DIR = fileURLToPath(new URL("data", import.meta.url));

/** All records public and approved, for load tests and for partners' sandboxes. */
export const PUBLIC_RECORDS: Standing = { confidential: 0, approvedOnly: true };

/** Percent of the engagements that are confidential by default: nearly all, as in reality. */
const CONFIDENTIAL = 95;

/** The first quarter of the releases by default: of the two years that they cover, the first has outcomes, too. */
const RELEASES_FROM = "2024-Q1";

/** Throws if `into` contains records: synthetic ones are never added to others. */
async function checkIsEmpty(database: Database, into: string): Promise<void> {
	const [dataset] = await database.read<{ kind: string }>(sql`SELECT kind FROM dataset LIMIT 1`);
	if (dataset && dataset.kind !== "SYNTHETIC")
		throw new Error(
			`${into} contains ${dataset.kind} records, which are never mixed with synthetic ones; choose an empty folder`,
		);
	for (const table of ["smes", "engagements"])
		if ((await database.read(sql`SELECT id FROM ${raw(table)} LIMIT 1`)).length > 0)
			throw new Error(
				`${into} already contains records; choose an empty folder, or delete this one first`,
			);
}

/**
 * Creates a data folder for the hub: real reference data, made-up manufacturers, engagements and outcomes that are
 * marked synthetic, and releases of statistics about them. The same options give the same records. Throws if `into` already contains records.
 */
export async function generateInto(
	options: Size &
		Partial<Standing> & { releasesFrom?: string; into: string; say?: (line: string) => void },
): Promise<void> {
	const { smes, engagements, into, confidential = CONFIDENTIAL, approvedOnly = false } = options;
	if (!(smes >= 1 && engagements >= smes))
		throw new Error("--smes must be at least 1, and --engagements at least as many as --smes");
	if (!(confidential >= 0 && confidential <= 100))
		throw new Error("--confidential is a percentage, from 0 to 100");
	const released = releasedFrom(options.releasesFrom ?? RELEASES_FROM);
	mkdirSync(into, { recursive: true });
	const database = await openEngagementsDatabase({ dataDir: into });
	try {
		await checkIsEmpty(database, into);
		await loadReferenceSeeds({ dataDir: into, seedsDir: SEEDS_DIR, say: options.say });
		await database.write((manager) => manager.save(DatasetRow, { kind: "SYNTHETIC" }));
		const reference = await readReference(into, createLog("warn"));
		await withoutIndexes(database, () =>
			writeRecords(database, reference, { ...options, confidential, approvedOnly }),
		);
		await database.write((manager) => manager.query("ANALYZE"));
		if (!approvedOnly)
			await publishReleases(into, database, released, options.say ?? console.error);
	} finally {
		await database.close();
	}
}
