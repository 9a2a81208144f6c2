import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Place } from "../live-totals.ts";
import { established } from "../policy.ts";
import type { EngagementRead } from "./engagement-columns.ts";
import type { OutcomeRead } from "./outcomes.ts";
import type { BlockRead } from "./store.ts";

/** The condition of outcomes and figures that totals count, on `outcomes o` and `outcome_claims k`. */
export const COUNTED_OUTCOMES: Sql = raw(
	"o.verification NOT IN ('OUTLIER', 'DISPUTED', 'WITHDRAWN')",
);
export const COUNTED_CLAIMS: Sql = raw("k.metric <> 'NET_PROMOTER_SCORE'");

/** Where the database is now, and whether it has more than `few` engagements. */
export async function placeOf(
	database: Reader,
	few?: number,
): Promise<Place & { many: boolean | undefined }> {
	const many =
		few === undefined
			? sql`NULL`
			: sql`EXISTS (SELECT e.id FROM engagements e LIMIT 1 OFFSET ${few})`;
	const [row] = await database.read<{ seq: number | null; bulk: number | null; many: unknown }>(
		sql`SELECT (SELECT MAX(r.seq) FROM revisions r) AS seq, (SELECT MAX(d.bulk_writes) FROM dataset d) AS bulk, ${many} AS many`,
	);
	return {
		seq: Number(row?.seq ?? 0),
		bulk: Number(row?.bulk ?? 0),
		many: few === undefined ? undefined : Boolean(row?.many),
	};
}

/** Ids of manufacturers in their order, after one. */
export async function smeIdsAfter(reader: Reader, after: string, limit: number): Promise<string[]> {
	const rows = await reader.read<{ id: string }>(
		sql`SELECT s.id FROM smes s WHERE s.id > ${after} ORDER BY s.id LIMIT ${limit}`,
	);
	return rows.map((row) => row.id);
}

/** Ids of outcomes in their order, after one. */
export async function outcomeIdsAfter(
	reader: Reader,
	after: string,
	limit: number,
): Promise<string[]> {
	const rows = await reader.read<{ id: string }>(
		sql`SELECT o.id FROM outcomes o WHERE o.id > ${after} ORDER BY o.id LIMIT ${limit}`,
	);
	return rows.map((row) => row.id);
}

/** Which records to read: all from one id to another, or those of a list. */
export type Which = { from: string; to: string } | readonly string[];

const within = (column: string, which: Which): Sql =>
	"from" in which
		? sql`${raw(column)} >= ${which.from} AND ${raw(column)} <= ${which.to}`
		: sqlIn(column, which);

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const group = groups.get(key(row));
		if (group) group.push(row);
		else groups.set(key(row), [row]);
	}
	return groups;
}

const ENGAGEMENT = [
	"e.id, e.sme_id, e.kind, e.center_id, e.institute_id, e.facility_id, e.course_id, e.technology_id",
	"e.fiscal_year, e.started_first, e.started_last, e.hours, e.people_trained, e.visibility",
].join(", ");

/** Manufacturers with their established engagements and what covers these. */
export async function readBlocks(reader: Reader, which: Which): Promise<BlockRead[]> {
	type Sme = Omit<BlockRead, "engagements" | "covers">;
	type Cover = BlockRead["covers"][number] & { sme_id: string };
	const smes = await reader.read<Sme>(
		sql`SELECT s.id, s.state, s.naics, s.employees, s.larger_group FROM smes s WHERE ${within("s.id", which)}`,
	);
	const of = sql`${within("e.sme_id", which)} AND ${established}`;
	const engagements = await reader.read<EngagementRead>(
		sql`SELECT ${raw(ENGAGEMENT)} FROM engagements e WHERE ${of}`,
	);
	const covers = await reader.read<Cover>(
		sql`SELECT e.sme_id, c.engagement_id, c.outcome_id FROM engagements e JOIN outcome_covers c ON c.engagement_id = e.id WHERE ${of}`,
	);
	const engagementsOf = grouped(engagements, (row) => row.sme_id);
	const coversOf = grouped(covers, (row) => row.sme_id);
	return smes.map((sme) => ({
		...sme,
		engagements: engagementsOf.get(sme.id) ?? [],
		covers: coversOf.get(sme.id) ?? [],
	}));
}

/** Outcomes with the figures that totals count. */
export async function readOutcomes(reader: Reader, which: Which): Promise<OutcomeRead[]> {
	type Claim = OutcomeRead["claims"][number] & { outcome_id: string };
	const outcomes = await reader.read<Omit<OutcomeRead, "claims">>(
		sql`SELECT o.id, o.center_id, o.visibility, o.verification FROM outcomes o WHERE ${within("o.id", which)}`,
	);
	const claims = await reader.read<Claim>(
		sql`SELECT k.outcome_id, k.metric, k.currency, k.value FROM outcome_claims k JOIN outcomes o ON o.id = k.outcome_id WHERE ${within("k.outcome_id", which)} AND ${COUNTED_CLAIMS} AND ${COUNTED_OUTCOMES}`,
	);
	const claimsOf = grouped(claims, (row) => row.outcome_id);
	return outcomes.map((outcome) => ({ ...outcome, claims: claimsOf.get(outcome.id) ?? [] }));
}

export type RevisionRead = {
	seq: number;
	record_type: string;
	record_id: string;
	before: string | null;
	after: string;
};

const TYPES = ["SME", "ENGAGEMENT", "OUTCOME"];

/** Changes after a place, in their order. */
export function revisionsAfter(
	reader: Reader,
	seq: number,
	limit: number,
): Promise<RevisionRead[]> {
	return reader.read(
		sql`SELECT r.seq, r.record_type, r.record_id, r."before", r."after" FROM revisions r WHERE r.seq > ${seq} AND r.record_type IN (${join(TYPES)}) ORDER BY r.seq LIMIT ${limit}`,
	);
}
