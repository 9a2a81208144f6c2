import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { readerIn } from "../../../shared/database/reader-in.ts";
import { PROGRAM } from "../../../shared/program.ts";
import { ReleaseRow, ReleaseTableRow } from "../database/release-rows.ts";
import { newId } from "../record/ids.ts";
import { lockReleases } from "../record/locks.ts";
import { fillCells } from "../statistics/cells.ts";
import { type Labels } from "../statistics/dimensions.ts";
import { type Collection, collectGrid, nothingCollected } from "../statistics/entries.ts";
import { partsOfSums, type Subject } from "../statistics/family.ts";
import { gridOf, type PeriodGroups } from "../statistics/grid.ts";
import { type CountedRecord, groupRecords } from "../statistics/groups.ts";
import { NOT_KNOWN, yearOf } from "../statistics/periods.ts";
import { publicEngagements, publicOutcomes } from "../statistics/queries.ts";
import { assembleAll, contentOf } from "./content.ts";
import { latestRelease } from "./queries.ts";

const inTime = (periods: Iterable<string>) => [...periods].sort();

function groupsIn(subject: Subject, period: string, records: CountedRecord[]): PeriodGroups {
	return { period, groups: groupRecords(records, partsOfSums(subject)) };
}

/** Counts PUBLIC records, of which nothing is suppressed; `year` is the fiscal year of all of them. */
function collect(
	into: Collection,
	subject: Subject,
	records: PeriodGroups[],
	{ year, metric, labels }: { year: string | null; metric: string | null; labels: Labels },
): void {
	const stateOf = (center: string) => labels.centers.find(({ id }) => id === center)?.state ?? null;
	const grid = gridOf(subject, [records], year, stateOf);
	collectGrid(into, grid, fillCells(grid, records), () => 0, metric);
}

/** The tables of all PUBLIC records, whatever their dates; undefined where there are none. */
async function casesOf(reader: Reader, labels: Labels) {
	const engagements = await publicEngagements(reader);
	if (engagements.size === 0) return undefined;
	const outcomes = await publicOutcomes(reader);
	const collection = nothingCollected();
	const known = inTime(engagements.keys()).filter((period) => period !== NOT_KNOWN);
	const years = [...new Set(known.map((period) => String(yearOf(period))))];
	const of = (period: string) =>
		groupsIn("engagements", period, engagements.get(period) as CountedRecord[]);
	for (const year of years) {
		const records = known.filter((period) => String(yearOf(period)) === year).map(of);
		collect(collection, "engagements", records, { year, metric: null, labels });
	}
	if (engagements.has(NOT_KNOWN))
		collect(collection, "engagements", [of(NOT_KNOWN)], { year: null, metric: null, labels });
	for (const [period, byMetric] of outcomes)
		for (const [metric, records] of byMetric)
			collect(collection, "outcomes", [groupsIn("outcomes", period, records)], {
				year: null,
				metric,
				labels,
			});
	const periods = {
		engagements: [...engagements.keys(), ...years],
		outcomes: [...outcomes.keys()],
	};
	const about = { basis: "PUBLISHED_CASES", synthetic: false } as const;
	return contentOf(assembleAll(collection, periods, labels, about), []);
}

/** Makes the first release, of the cases that somebody published; undefined where there is a release, or no case. */
export function publishCases(database: Database, labels: Labels): Promise<ReleaseRow | undefined> {
	return database.write(async (manager) => {
		const reader = readerIn(manager);
		await lockReleases(manager);
		if (await latestRelease(reader)) return undefined;
		const content = await casesOf(reader, labels);
		if (!content) return undefined;
		const row: ReleaseRow = {
			id: newId("rel"),
			number: 1,
			published_at: new Date().toISOString(),
			published_by: "seed data",
			preview_id: "published cases",
			note: null,
			basis: "PUBLISHED_CASES",
			synthetic: false,
			periods: "[]",
			rules: "null",
			digest: content.digest,
			program: PROGRAM,
		};
		await manager.insert(ReleaseRow, row);
		for (const { table, cells } of content.tables)
			await manager.insert(ReleaseTableRow, {
				id: `${row.id}~${table}`,
				release_id: row.id,
				table_id: table,
				cells,
			});
		return row;
	});
}
