import sql, { raw, type Sql } from "sql-template-tag";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { fiscalYearOfDay, parsePartialDate } from "../../../shared/dates.ts";
import { daysOfQuarter, quarterOfDay } from "../engagement/rules.ts";
import { established } from "../policy.ts";
import { SUBJECTS } from "./family.ts";
import type { CountedRecord } from "./groups.ts";
import { NOT_KNOWN, quarterOf, quarterPeriod } from "./periods.ts";

type OfManufacturer = Omit<CountedRecord, "amounts">;
type EngagementRecord = OfManufacturer & {
	hours: number | null;
	people: number | null;
	started_first: string;
	started_last: string;
};
type OutcomeRecord = OfManufacturer & {
	metric: string;
	currency: string | null;
	value: number;
	window_end: string | null;
};

const MANUFACTURER = "s.id AS sme, s.state, s.naics, s.employees";
/** Verifications of outcomes that count. */
const COUNTED = SUBJECTS.outcomes.inner.values
	.slice(1)
	.map(({ id }) => `'${id}'`)
	.join(", ");
const OPEN = { engagements: "e.visibility IN ('PUBLIC')", outcomes: "o.visibility IN ('PUBLIC')" };

const engagements = (which: Sql): Sql =>
	sql`SELECT ${raw(MANUFACTURER)}, e.center_id AS center, e.institute_id AS institute, e.kind AS "inner", e.visibility, e.hours, e.people_trained AS people, e.started_first, e.started_last FROM engagements e JOIN smes s ON s.id = e.sme_id WHERE ${established} AND ${which}`;

const outcomes = (which: Sql): Sql =>
	sql`SELECT ${raw(MANUFACTURER)}, o.center_id AS center, o.institute_id AS institute, o.verification AS "inner", o.visibility, k.metric, k.currency, k.value, o.window_end FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id JOIN smes s ON s.id = o.sme_id WHERE ${raw(`o.verification IN (${COUNTED})`)} AND k.metric <> 'NET_PROMOTER_SCORE' AND ${which}`;

const ofEngagement = ({ hours, people, ...rest }: EngagementRecord): CountedRecord => ({
	...rest,
	amounts: [hours, people],
});

/** "NEW_SALES-USD", "JOBS_CREATED". */
const metricOf = ({ metric, currency }: OutcomeRecord) =>
	currency === null ? metric : `${metric}-${currency}`;

function byMetric(rows: OutcomeRecord[]): Map<string, CountedRecord[]> {
	const found = new Map<string, CountedRecord[]>();
	for (const row of rows) {
		const records = found.get(metricOf(row)) ?? [];
		records.push({ ...row, amounts: [row.value] });
		found.set(metricOf(row), records);
	}
	return found;
}

/** Approved engagements that certainly began in a fiscal quarter, "2024-Q1". */
export async function engagementsOf(reader: Reader, period: string): Promise<CountedRecord[]> {
	const { fiscalYear, quarter } = quarterOf(period);
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	const rows = await reader.read<EngagementRecord>(
		engagements(
			sql`e.started_first >= ${first} AND e.started_first <= ${last} AND e.started_last <= ${last}`,
		),
	);
	return rows.map(ofEngagement);
}

/** Figures of outcomes whose window certainly ended in a fiscal year, by metric. */
export async function outcomesOf(
	reader: Reader,
	fiscalYear: number,
): Promise<Map<string, CountedRecord[]>> {
	const [from, below] = [`${fiscalYear - 1}-10`, `${fiscalYear}-10`];
	// A month or a day: a year alone is of two fiscal years.
	return byMetric(
		await reader.read<OutcomeRecord>(
			outcomes(
				sql`o.window_end >= ${from} AND o.window_end < ${below} AND length(o.window_end) >= 7`,
			),
		),
	);
}

/** All PUBLIC engagements, by quarter; those without a known one under NOT_KNOWN. */
export async function publicEngagements(reader: Reader): Promise<Map<string, CountedRecord[]>> {
	const found = new Map<string, CountedRecord[]>();
	for (const row of await reader.read<EngagementRecord>(engagements(raw(OPEN.engagements)))) {
		const [first, last] = [row.started_first, row.started_last].map((day) =>
			day === "" ? NOT_KNOWN : quarterPeriod(quarterOfDay(day)),
		);
		const period = first === last ? (first as string) : NOT_KNOWN;
		const records = found.get(period) ?? [];
		records.push(ofEngagement(row));
		found.set(period, records);
	}
	return found;
}

/** All figures of PUBLIC outcomes, by fiscal year of the window's end and by metric; those without a known year under NOT_KNOWN. */
export async function publicOutcomes(
	reader: Reader,
): Promise<Map<string, Map<string, CountedRecord[]>>> {
	const rows = new Map<string, OutcomeRecord[]>();
	for (const row of await reader.read<OutcomeRecord>(outcomes(raw(OPEN.outcomes)))) {
		const end = parsePartialDate(row.window_end ?? "");
		const year = end && fiscalYearOfDay(end.first);
		const known = end && year === fiscalYearOfDay(end.last);
		const period = known ? String(year) : NOT_KNOWN;
		const of = rows.get(period) ?? [];
		of.push(row);
		rows.set(period, of);
	}
	return new Map([...rows].map(([period, of]) => [period, byMetric(of)]));
}

/** How many approved engagements are dated to a year or not at all, and so belong to no quarter. */
export async function countCoarse(reader: Reader): Promise<number> {
	const [row] = await reader.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM engagements e WHERE ${established} AND (e.started_on IS NULL OR length(e.started_on) = 4)`,
	);
	return Number(row?.count ?? 0);
}
