import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../shared/database/database.ts";
import { lock } from "../shared/database/lock.ts";
import { AwardRow, CenterRow, EmbeddingRow } from "../subgraphs/mep/database/rows.ts";
import { type RowFault, readCsv } from "./csv.ts";
import { amount, date, day, required, state, text, url } from "./fields.ts";
import { type Counts, upsertRows } from "./upsert.ts";

const centerSchema = z.object({
	id: required,
	name: required,
	state,
	host_organization: text,
	host_kind: z
		.enum(["", "UNIVERSITY", "COLLEGE_SYSTEM", "STATE_AGENCY"])
		.transform((value) => value || null),
	city: text,
	website: text,
	federal_award_usd: amount,
	award_fiscal_year: amount,
	award_period: text,
	award_source_url: text,
	source_url: url,
	as_of: date,
	read_on: day,
	note: text,
});

const embeddingSchema = z.object({
	id: required,
	mep_center_id: text,
	mep_center: text,
	institute_id: text,
	institute: text,
	placement_kind: z.enum([
		"EMBEDDED_STAFF",
		"CO_LOCATION",
		"JOINT_PROJECT",
		"PLANNED_PARTNERSHIP",
		"ROUND_THREE_TARGET",
	]),
	start: date,
	end: date,
	award_usd: amount,
	note: text,
	source_url: url,
	as_of: date,
	as_of_words: text,
	read_on: day,
});

export type MepSeeds = { centers: CenterRow[]; awards: AwardRow[]; embeddings: EmbeddingRow[] };

function toAward(row: z.output<typeof centerSchema>): AwardRow[] {
	if (row.federal_award_usd === null || !row.award_source_url) return [];
	return [
		{
			id: `${row.id}-award`,
			center_id: row.id,
			amount_usd: row.federal_award_usd,
			fiscal_year: row.award_fiscal_year,
			period: row.award_period,
			source_url: row.award_source_url,
			read_on: row.read_on,
		},
	];
}

/** Reads `mep-centers.csv` and `embeddings.csv` from `dir`. */
export function readMepSeeds(dir: string): { data: MepSeeds; faults: RowFault[] } {
	const centers = readCsv(join(dir, "mep-centers.csv"), centerSchema);
	const file = join(dir, "embeddings.csv");
	const embeddings = readCsv(file, embeddingSchema);
	const faults = [...centers.faults, ...embeddings.faults];
	const centerIds = new Set(centers.rows.map((row) => row.id));
	embeddings.rows.forEach((row, index) => {
		if (row.mep_center_id && !centerIds.has(row.mep_center_id))
			faults.push({
				file,
				line: embeddings.lines[index] ?? 0,
				column: "mep_center_id",
				reason: `there is no center "${row.mep_center_id}"`,
			});
	});
	return {
		data: {
			centers: centers.rows.map(
				({
					id,
					name,
					state,
					host_organization,
					host_kind,
					city,
					website,
					note,
					as_of,
					source_url,
					read_on,
				}) => ({
					id,
					name,
					state: state ?? "",
					host_organization,
					host_kind,
					city,
					website,
					note,
					as_of,
					source_url,
					read_on,
				}),
			),
			awards: centers.rows.flatMap(toAward),
			embeddings: embeddings.rows.map(
				({
					id,
					mep_center_id,
					institute_id,
					placement_kind,
					start,
					end,
					award_usd,
					note,
					as_of,
					as_of_words,
					source_url,
					read_on,
				}) => ({
					id,
					center_id: mep_center_id,
					institute_id,
					kind: placement_kind,
					starts_on: start,
					ends_on: end,
					award_usd,
					note,
					as_of,
					as_of_words,
					source_url,
					read_on,
				}),
			),
		},
		faults,
	};
}

/** Writes all rows in one transaction. */
export function writeMepSeeds(database: Database, data: MepSeeds): Promise<Counts> {
	return database.write(async (manager) => {
		await lock(manager, "seeds");
		return {
			centers: await upsertRows(manager, CenterRow, data.centers),
			awards: await upsertRows(manager, AwardRow, data.awards),
			embeddings: await upsertRows(manager, EmbeddingRow, data.embeddings),
		};
	});
}
