import type { Context } from "../context.ts";
import type { Verification } from "../outcome/type.ts";
import {
	type GainRow,
	gains,
	type ImpactRow,
	impacts,
	type ServedRow,
	served,
	type Whose,
} from "./queries.ts";
import { median, ratio } from "./rules.ts";
import { type KeyFigure, KeyFigureName } from "./type.ts";

const NO_REPORTS = "no outcome report of the year that may be seen";
const NOBODY = "no engagement of the year that may be seen";
const NEEDS = {
	SME_SHARE: "members are counted for a network, not for a year of one record; see Network.metrics",
	MATCH_RATIO:
		"commitments are made for a whole agreement, not for a year; see Institute.observations",
	NEW_SALES_PER_FEDERAL_DOLLAR: "federal awards are not comparable by year; see Award.period",
	FEDERAL_DOLLARS_PER_JOB: "federal awards are not comparable by year; see Award.period",
} as const;

const METRICS: Array<[KeyFigureName, string[], string]> = [
	[KeyFigureName.NEW_SALES, ["NEW_SALES"], "usd"],
	[KeyFigureName.RETAINED_SALES, ["RETAINED_SALES"], "usd"],
	[KeyFigureName.SALES, ["NEW_SALES", "RETAINED_SALES"], "usd"],
	[KeyFigureName.JOBS_CREATED, ["JOBS_CREATED"], "jobs"],
	[KeyFigureName.JOBS_RETAINED, ["JOBS_RETAINED"], "jobs"],
	[KeyFigureName.COST_SAVINGS, ["COST_SAVINGS"], "usd"],
	[KeyFigureName.INVESTMENT, ["INVESTMENT"], "usd"],
];

function impactOf(
	figure: KeyFigureName,
	metrics: string[],
	unit: string,
	rows: ImpactRow[],
): KeyFigure {
	const counted = rows.filter((row) => metrics.includes(row.metric));
	const reports = new Map<string, number>();
	for (const row of counted)
		reports.set(row.verification, (reports.get(row.verification) ?? 0) + Number(row.reports));
	const n = [...reports.values()].reduce((sum, one) => sum + one, 0);
	return {
		figure,
		value: n === 0 ? null : counted.reduce((sum, row) => sum + row.value, 0),
		unit,
		n,
		verification: [...reports].map(([verification, count]) => ({
			verification: verification as Verification,
			reports: count,
		})),
		absent: n === 0 ? NO_REPORTS : null,
	};
}

function figuresOf(
	people: ServedRow | undefined,
	steps: GainRow[],
	rows: ImpactRow[],
): KeyFigure[] {
	const smes = Number(people?.smes ?? 0);
	const plain = (
		figure: KeyFigureName,
		value: number | null,
		unit: string,
		n: number,
		why: string,
	) => ({
		figure,
		value,
		unit,
		n,
		verification: [],
		absent: value === null ? why : null,
	});
	const share = (figure: KeyFigureName, part: number) =>
		plain(figure, ratio(part, smes), "ratio", smes, NOBODY);
	return [
		plain(KeyFigureName.SMES_SERVED, smes, "smes", smes, NOBODY),
		...METRICS.map(([figure, metrics, unit]) => impactOf(figure, metrics, unit, rows)),
		share(KeyFigureName.TECH_TRANSFER_YIELD, Number(people?.transferred ?? 0)),
		plain(
			KeyFigureName.MEDIAN_MRL_GAIN,
			median(steps.map((row) => Number(row.gain))),
			"levels",
			steps.length,
			"no transfer of the year gives both levels",
		),
		share(KeyFigureName.CROSS_PROGRAM_REACH, Number(people?.both ?? 0)),
		...Object.entries(NEEDS).map(([figure, why]) =>
			plain(figure as KeyFigureName, null, "ratio", 0, why),
		),
	];
}

/** The key figures of a year, of each parent that `whose` names, in its order. */
export async function keyFigures(
	context: Pick<Context, "database" | "viewer">,
	whose: Whose,
	fiscalYear: number,
	parents: readonly string[],
): Promise<KeyFigure[][]> {
	const { database, viewer } = context;
	const [people, steps, rows] = await Promise.all([
		served(database, viewer, whose, fiscalYear),
		gains(database, viewer, whose, fiscalYear),
		impacts(database, viewer, whose, fiscalYear),
	]);
	return parents.map((parent) =>
		figuresOf(
			people.find((row) => row.parent === parent),
			steps.filter((row) => row.parent === parent),
			rows.filter((row) => row.parent === parent),
		),
	);
}
