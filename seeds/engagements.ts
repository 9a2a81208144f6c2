import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../shared/database/database.ts";
import { lock } from "../shared/database/lock.ts";
import { announceBulkWrite } from "../subgraphs/engagements/database/bulk-writes.ts";
import {
	DatasetRow,
	EngagementRow,
	MembershipRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../subgraphs/engagements/database/rows.ts";
import { columnsOf } from "../subgraphs/engagements/engagement/fields.ts";
import { newEngagement } from "../subgraphs/engagements/engagement/new.ts";
import { type ImportRow, readRow } from "../subgraphs/engagements/import/parse-row.ts";
import { newMembership } from "../subgraphs/engagements/membership/new.ts";
import { claimRows } from "../subgraphs/engagements/outcome/create-outcome.ts";
import { newOutcome } from "../subgraphs/engagements/outcome/new.ts";
import { keepRevision } from "../subgraphs/engagements/record/revisions.ts";
import { newSme } from "../subgraphs/engagements/sme/new.ts";
import { type RowFault, readCsv } from "./csv.ts";
import { amount, date, day, naics, required, state, text, url } from "./fields.ts";
import { type Counts, upsertRows } from "./upsert.ts";

const engagementSchema = z
	.object({
		id: z.string().regex(/^eng-[a-z0-9-]+$/, "is not an id such as eng-fast-radius-mxd"),
		sme_name: required,
		sme_city: text,
		sme_state: state,
		naics,
		employees: amount,
		larger_group: z
			.enum(["", "true", "false"])
			.transform((value) => (value === "" ? null : value === "true")),
		mep_center_id: text,
		mep_center: text,
		institute_id: text,
		institute: text,
		service_kind: z.enum(["OTHER", "TECH_TRANSFER", "TRAINING", "FACILITY_ACCESS"]),
		service_note: text,
		date,
		year: date,
		new_sales_usd: amount,
		retained_sales_usd: amount,
		cost_savings_usd: amount,
		investment_usd: amount,
		jobs_created: amount,
		jobs_retained: amount,
		people_trained: amount,
		qualifier: text,
		evidence: text,
		source_url: url,
		source_url_2: text,
		as_of: text,
		read_on: date,
	})
	.refine((row) => row.mep_center_id || row.institute_id, {
		path: ["mep_center_id"],
		error: "is missing; set mep_center_id or institute_id",
	});

type EngagementCase = z.output<typeof engagementSchema>;

const technologySchema = z.object({
	id: z.string().min(1),
	institute_id: z.string(),
	name: z.string(),
	engagement_ids: z.string(),
	source_url: z.string(),
	read_on: z.string(),
});

const membershipSchema = z.object({
	id: required,
	sme_id: required,
	institute_id: required,
	tier_id: text,
	started_on: date,
	ended_on: date,
	seen_on: date,
	note: text,
	source_url: url,
	read_on: day,
});

export type EngagementsSeeds = {
	smes: SmeRow[];
	engagements: EngagementRow[];
	memberships: MembershipRow[];
	outcomes: OutcomeRow[];
	claims: OutcomeClaimRow[];
	covers: OutcomeCoverRow[];
};

function slug(words: string): string {
	return words
		.toLowerCase()
		.replace(/&/g, "and")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}

function toSme(row: EngagementCase, id: string, known: SmeRow | undefined): SmeRow {
	return newSme({
		id,
		name: row.sme_name,
		city: row.sme_city ?? known?.city ?? null,
		state: row.sme_state,
		naics: row.naics ?? known?.naics ?? null,
		employees: row.employees ?? known?.employees ?? null,
		larger_group: row.larger_group ?? known?.larger_group ?? null,
		visibility: "PUBLIC",
	});
}

/** The row as an import reads it, so that published cases mean the same in both. */
function readCase(row: EngagementCase): ReturnType<typeof readRow> {
	const cells = Object.entries(row).map(([column, value]) => [column, String(value ?? "")]);
	return readRow(Object.fromEntries(cells));
}

function toEngagement(
	{ key, details, source }: ImportRow & { source: { url: string } },
	sme_id: string,
	technology_id: string | null,
): EngagementRow {
	return newEngagement(
		{
			...columnsOf(details),
			id: key,
			sme_id,
			logged_sme_id: sme_id,
			technology_id,
			status: "APPROVED",
			visibility: "PUBLIC",
			source_document: new URL(source.url).host,
			source_url: source.url,
			read_on: source.readOn,
		},
		details.startedOn ?? null,
	);
}

function addOutcome(
	claims: ImportRow["claims"],
	engagement: EngagementRow,
	into: EngagementsSeeds,
): void {
	if (claims.length === 0) return;
	const id = engagement.id.replace(/^eng-/, "out-");
	const { sme_id, center_id, institute_id, started_on } = engagement;
	const { source_document, source_url, read_on } = engagement;
	const outcome = newOutcome({
		id,
		sme_id,
		logged_sme_id: sme_id,
		center_id,
		institute_id,
		window_start: started_on,
		window_end: started_on,
		visibility: "PUBLIC",
		source_document,
		source_url,
		read_on,
	});
	into.outcomes.push(outcome);
	into.claims.push(...claimRows(id, claims));
	into.covers.push({ id: `${id}~${engagement.id}`, outcome_id: id, engagement_id: engagement.id });
}

/**
 * Reads `engagements.csv` (and `technologies.csv`, for the technology of a case) from `dir`.
 * `known` are the ids in the seed files of the other two subgraphs.
 */
export function readEngagementsSeeds(
	dir: string,
	known: { centers: Set<string>; institutes: Set<string> },
): { data: EngagementsSeeds; faults: RowFault[] } {
	const file = join(dir, "engagements.csv");
	const cases = readCsv(file, engagementSchema);
	const technologies = readCsv(join(dir, "technologies.csv"), technologySchema);
	const technologyOf = new Map(
		technologies.rows.flatMap((row) =>
			row.engagement_ids.split(" ").map((id) => [id, row.id] as const),
		),
	);
	const faults = [...cases.faults, ...technologies.faults];
	const data: EngagementsSeeds = {
		smes: [],
		engagements: [],
		memberships: [],
		outcomes: [],
		claims: [],
		covers: [],
	};
	const smes = new Map<string, SmeRow>();
	cases.rows.forEach((row, index) => {
		const fault = (column: string, reason: string) =>
			faults.push({ file, line: cases.lines[index] ?? 0, column, reason });
		if (row.mep_center_id && !known.centers.has(row.mep_center_id))
			fault("mep_center_id", `there is no center "${row.mep_center_id}"`);
		if (row.institute_id && !known.institutes.has(row.institute_id))
			fault("institute_id", `there is no institute "${row.institute_id}"`);
		const smeId = `sme_${slug([row.sme_name, row.sme_state?.slice(3)].filter(Boolean).join(" "))}`;
		smes.set(smeId, toSme(row, smeId, smes.get(smeId)));
		const read = readCase(row);
		for (const { path, message } of read.faults) fault(path, message);
		const source = { ...read.row.source, url: row.source_url };
		const technology = technologyOf.get(row.id) ?? null;
		const engagement = toEngagement({ ...read.row, source }, smeId, technology);
		data.engagements.push(engagement);
		addOutcome(read.row.claims, engagement, data);
	});
	data.smes = [...smes.values()];
	const members = readCsv(join(dir, "memberships.csv"), membershipSchema);
	faults.push(...members.faults);
	members.rows.forEach((row, index) => {
		const fault = (column: string, reason: string) =>
			faults.push({
				file: join(dir, "memberships.csv"),
				line: members.lines[index] ?? 0,
				column,
				reason,
			});
		if (!smes.has(row.sme_id)) fault("sme_id", `there is no manufacturer "${row.sme_id}"`);
		if (!known.institutes.has(row.institute_id))
			fault("institute_id", `there is no institute "${row.institute_id}"`);
		data.memberships.push(
			newMembership({
				...row,
				logged_sme_id: row.sme_id,
				visibility: "PUBLIC",
				source_document: new URL(row.source_url).host,
			}),
		);
	});
	return { data, faults };
}

/** Writes all rows in one transaction. Throws if the database contains synthetic records: the two are never mixed. */
export function writeEngagementsSeeds(database: Database, data: EngagementsSeeds): Promise<Counts> {
	return database.write(async (manager) => {
		await lock(manager, "seeds");
		const [dataset] = await manager.find(DatasetRow);
		if (dataset?.kind === "SYNTHETIC")
			throw new Error(
				"This data folder contains synthetic engagements, which are never mixed with real ones. Use another HUB_DATA_DIR.",
			);
		if (!dataset) await manager.insert(DatasetRow, { kind: "REAL" });
		const smes = await upsertRows(manager, SmeRow, data.smes);
		const engagements = await upsertRows(manager, EngagementRow, data.engagements);
		const memberships = await upsertRows(manager, MembershipRow, data.memberships);
		const outcomes = await upsertRows(manager, OutcomeRow, data.outcomes);
		const claims = await upsertRows(manager, OutcomeClaimRow, data.claims);
		const covers = await upsertRows(manager, OutcomeCoverRow, data.covers);
		// A figure that changed in the file has no revision of its own.
		if (claims.written.length + covers.written.length > 0) await announceBulkWrite(manager);
		for (const [type, written] of [
			["SME", smes.written],
			["ENGAGEMENT", engagements.written],
			["OUTCOME", outcomes.written],
			["MEMBERSHIP", memberships.written],
		] as const)
			for (const { before, after } of written)
				await keepRevision(manager, "seed", { type, action: "loaded", before, after });
		await manager.query("ANALYZE");
		return { manufacturers: smes, engagements, memberships, outcomes, claims, covers };
	});
}
