import type { Verification } from "../outcome/type.ts";
import type { YearlyFacts } from "../remote/yearly-facts.ts";
import { type Absence, answerOf, FigureAnswer } from "./answer.ts";
import { coverageOf, type Whole } from "./coverage.ts";
import type { ImpactRow, ReportRow } from "./outcomes.ts";
import { counted, ratio } from "./rules.ts";
import { KeyFigureName, type MadeFigure } from "./type.ts";

const { NEW_SALES, INVESTMENT, JOBS_CREATED, JOBS_RETAINED } = KeyFigureName;

const SUMS: Array<[figure: KeyFigureName, metrics: string[], unit: string]> = [
	[NEW_SALES, ["NEW_SALES"], "usd"],
	[KeyFigureName.RETAINED_SALES, ["RETAINED_SALES"], "usd"],
	[KeyFigureName.SALES, ["NEW_SALES", "RETAINED_SALES"], "usd"],
	[JOBS_CREATED, ["JOBS_CREATED"], "jobs"],
	[JOBS_RETAINED, ["JOBS_RETAINED"], "jobs"],
	[KeyFigureName.COST_SAVINGS, ["COST_SAVINGS"], "usd"],
	[INVESTMENT, ["INVESTMENT"], "usd"],
];
const each = (outcome: number, money: number) => ratio(outcome, money);
const PER_DOLLAR: Array<
	[
		figure: KeyFigureName,
		metrics: string[],
		unit: string,
		divide: (outcome: number, money: number) => number | null,
	]
> = [
	[KeyFigureName.NEW_SALES_PER_FEDERAL_DOLLAR, ["NEW_SALES"], "usd_per_usd", each],
	[KeyFigureName.INVESTMENT_PER_FEDERAL_DOLLAR, ["INVESTMENT"], "usd_per_usd", each],
	[
		KeyFigureName.FEDERAL_DOLLARS_PER_JOB,
		["JOBS_CREATED", "JOBS_RETAINED"],
		"usd_per_job",
		(jobs, money) => ratio(money, jobs),
	],
];

/** The metrics of each figure; the manufacturers that report one of them are counted. */
export const METRIC_GROUPS: Array<readonly [KeyFigureName, readonly string[]]> = [
	...SUMS,
	...PER_DOLLAR,
].map(([figure, metrics]) => [figure, metrics] as const);

/** The outcome reports of a year, and what is needed for their coverage. */
export type Reported = {
	rows: ImpactRow[];
	reports: ReportRow | undefined;
	/** Manufacturers in all. */
	whole: Whole;
};

/** Why there is no value in the reports of the year. */
function unreported(reports: ReportRow | undefined, foreign: boolean): Absence {
	const count = (name: string) => Number(reports?.[name] ?? 0);
	const [of, aside, coarse] = [count("reports"), count("set_aside"), count("coarse")];
	const undated = count("undated");
	const without = undated > 0 ? `; ${counted(undated, "outcome report")} without a date` : "";
	if (foreign && count("foreign_claims") > 0)
		return {
			answer: FigureAnswer.NOT_KNOWN,
			absent: `${counted(of, "outcome report")} of this year, none of which gives it in USD; other currencies are not added up`,
		};
	if (of > 0)
		return {
			answer: FigureAnswer.NOT_KNOWN,
			absent: `${counted(of, "outcome report")} of this year, none of which gives it`,
		};
	if (aside > 0)
		return {
			answer: FigureAnswer.NOT_KNOWN,
			absent: `${counted(aside, "outcome report")} of this year, set aside until reviewed (OUTLIER or DISPUTED)`,
		};
	if (coarse > 0)
		return {
			answer: FigureAnswer.DATED_TOO_COARSELY,
			absent: `${counted(coarse, "outcome report")} dated too coarsely to be placed in this year${without}; ask for calendarYear`,
		};
	return {
		answer: FigureAnswer.NO_RECORDS,
		absent: `no outcome report of this year that may be seen${without}`,
	};
}

function summed({ rows, reports, whole }: Reported, metrics: string[], figure: string) {
	const found = rows.filter((row) => metrics.includes(row.metric));
	const counts = new Map<string, number>();
	for (const row of found)
		counts.set(row.verification, (counts.get(row.verification) ?? 0) + Number(row.reports));
	const n = [...counts.values()].reduce((sum, one) => sum + one, 0);
	const unplaced = { coarse: Number(reports?.coarse ?? 0), undated: Number(reports?.undated ?? 0) };
	const records = Number(reports?.[figure] ?? 0);
	return {
		total: n === 0 ? null : found.reduce((sum, row) => sum + row.value, 0),
		n,
		verification: [...counts].map(([verification, count]) => ({
			verification: verification as Verification,
			reports: count,
		})),
		coverage: coverageOf(records, whole, unplaced, "outcome report"),
	};
}

/** Why a sum over several metrics is unknown: no report gives one of them, which does not mean zero. */
function incomplete(rows: ImpactRow[], metrics: string[]): Absence | null {
	const given = metrics.filter((metric) => rows.some((row) => row.metric === metric));
	if (given.length === 0 || given.length === metrics.length) return null;
	const named = (some: string[]) =>
		some.map((metric) => metric.toLowerCase().replaceAll("_", " ")).join(" and ");
	const missing = metrics.filter((metric) => !given.includes(metric));
	return {
		answer: FigureAnswer.NOT_KNOWN,
		absent: `the outcome reports of this year give ${named(given)}, but none gives ${named(missing)}`,
	};
}

/** Sums over the outcome reports of the year. */
export function sumsOf(reported: Reported): MadeFigure[] {
	return SUMS.map(([figure, metrics, unit]) => {
		const { total, ...rest } = summed(reported, metrics, figure);
		const made = { figure, unit, ...rest };
		if (total === null)
			return { ...made, value: null, ...unreported(reported.reports, unit === "usd") };
		const lacking = incomplete(reported.rows, metrics);
		if (lacking) return { ...made, value: null, ...lacking };
		return { ...made, value: total, answer: answerOf(total), absent: null };
	});
}

/**
 * Outcomes divided by the federal money of the year, which pays for everything that a center or network does. They are
 * divided only if the records are complete; `part` says why they are not.
 */
export function perDollar(
	reported: Reported,
	facts: YearlyFacts,
	part: string | null,
): MadeFigure[] {
	return PER_DOLLAR.map(([figure, metrics, unit, divide]) => {
		const { total, ...rest } = summed(reported, metrics, figure);
		const absent = (absence: Absence): MadeFigure => ({
			figure,
			value: null,
			unit,
			...rest,
			...absence,
		});
		if (total === null) return absent(unreported(reported.reports, unit === "usd_per_usd"));
		if (facts.federal === null)
			return absent({ answer: FigureAnswer.NOT_KNOWN, absent: facts.missing.federal });
		if (part !== null) return absent({ answer: FigureAnswer.PART_OF_WHOLE, absent: part });
		const lacking = incomplete(reported.rows, metrics);
		if (lacking) return absent(lacking);
		const value = divide(total, facts.federal);
		if (value === null)
			return absent({
				answer: FigureAnswer.NOT_KNOWN,
				absent: "the reports of this year add up to 0 jobs, so there is nothing to divide by",
			});
		return { figure, value, unit, ...rest, answer: answerOf(value), absent: null };
	});
}
