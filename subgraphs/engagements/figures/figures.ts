import type { Context } from "../context.ts";
import type { Verification } from "../outcome/type.ts";
import { askOwned, type Owned } from "./money.ts";
import {
	type GainRow,
	gains,
	type ImpactRow,
	impacts,
	type ServedRow,
	served,
	type Whose,
} from "./queries.ts";
import { type FiscalYear, median, ratio } from "./rules.ts";
import { type KeyFigure, KeyFigureName } from "./type.ts";

const NO_REPORTS = "no outcome report of the year that may be seen";
const NOBODY = "no engagement of the year that may be seen";
const NO_SHARE = "no source counts the SMEs among its industry members for this year";
const NO_MATCH = "no source gives federal and non-federal money of this year";

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

/** A figure that is no sum of outcomes. */
function plain(
	figure: KeyFigureName,
	value: number | null,
	unit: string,
	n: number,
	why: string,
): KeyFigure {
	return { figure, value, unit, n, verification: [], absent: value === null ? why : null };
}

/** Outcomes set against the federal money of the year. */
function perDollar(impact: KeyFigure[], { federal, noFederal }: Owned): KeyFigure[] {
	const sum = (name: KeyFigureName) => impact.find(({ figure }) => figure === name) as KeyFigure;
	const set = (
		figure: KeyFigureName,
		parts: KeyFigure[],
		unit: string,
		divide: (outcome: number, money: number) => number | null,
	): KeyFigure => {
		const found = parts.filter(({ value }) => value !== null);
		const total = found.reduce((all, { value }) => all + (value ?? 0), 0);
		const value = found.length > 0 && federal !== null ? divide(total, federal) : null;
		const counts = new Map<Verification, number>();
		for (const { verification, reports } of found.flatMap((part) => part.verification))
			counts.set(verification, (counts.get(verification) ?? 0) + reports);
		return {
			figure,
			value,
			unit,
			n: found.reduce((all, { n }) => all + n, 0),
			verification: [...counts].map(([verification, reports]) => ({ verification, reports })),
			absent: value === null ? (federal === null ? noFederal : NO_REPORTS) : null,
		};
	};
	const each = (outcome: number, money: number) => ratio(outcome, money);
	const { NEW_SALES, INVESTMENT, JOBS_CREATED, JOBS_RETAINED } = KeyFigureName;
	return [
		set(KeyFigureName.NEW_SALES_PER_FEDERAL_DOLLAR, [sum(NEW_SALES)], "usd_per_usd", each),
		set(KeyFigureName.INVESTMENT_PER_FEDERAL_DOLLAR, [sum(INVESTMENT)], "usd_per_usd", each),
		set(
			KeyFigureName.FEDERAL_DOLLARS_PER_JOB,
			[sum(JOBS_CREATED), sum(JOBS_RETAINED)],
			"usd_per_job",
			(jobs, money) => ratio(money, jobs),
		),
	];
}

function figuresOf(
	people: ServedRow | undefined,
	steps: GainRow[],
	rows: ImpactRow[],
	owned: Owned,
): KeyFigure[] {
	const smes = Number(people?.smes ?? 0);
	const share = (figure: KeyFigureName, part: number) =>
		plain(figure, ratio(part, smes), "ratio", smes, NOBODY);
	const printed = (figure: KeyFigureName, found: Owned["match"], why: string) =>
		plain(figure, found?.value ?? null, "ratio", found?.figures ?? 0, why);
	const impact = METRICS.map(([figure, metrics, unit]) => impactOf(figure, metrics, unit, rows));
	return [
		plain(KeyFigureName.SMES_SERVED, smes, "smes", smes, NOBODY),
		...impact,
		share(KeyFigureName.TECH_TRANSFER_YIELD, Number(people?.transferred ?? 0)),
		plain(
			KeyFigureName.MEDIAN_MRL_GAIN,
			median(steps.map((row) => Number(row.gain))),
			"levels",
			steps.length,
			"no transfer of the year gives both levels",
		),
		share(KeyFigureName.CROSS_PROGRAM_REACH, Number(people?.both ?? 0)),
		printed(KeyFigureName.SME_SHARE, owned.smeShare, NO_SHARE),
		printed(KeyFigureName.MATCH_RATIO, owned.match, NO_MATCH),
		...perDollar(impact, owned),
	];
}

/** The key figures of a year, of each parent that `whose` names, in its order. */
export async function keyFigures(
	context: Pick<Context, "database" | "viewer">,
	whose: Whose,
	year: FiscalYear,
	parents: ReadonlyArray<{ id: string; owned: Owned }>,
): Promise<KeyFigure[][]> {
	const { database, viewer } = context;
	const [people, steps, rows] = await Promise.all([
		served(database, viewer, whose, year),
		gains(database, viewer, whose, year),
		impacts(database, viewer, whose, year),
	]);
	return parents.map(({ id, owned }) =>
		figuresOf(
			people.find((row) => row.parent === id),
			steps.filter((row) => row.parent === id),
			rows.filter((row) => row.parent === id),
			owned,
		),
	);
}

/** The key figures of several centers or institutes, in their order, each in the calendar of its network. */
export async function keyFiguresOf(
	context: Pick<Context, "database" | "viewer" | "ask">,
	type: "MepCenter" | "Institute",
	ids: readonly string[],
	year: number,
): Promise<KeyFigure[][]> {
	const column = type === "MepCenter" ? "center_id" : "institute_id";
	const owned = await askOwned(context.ask, type, ids, year);
	const parents = ids.map((id, index) => ({ id, owned: owned[index] as Owned }));
	const found = new Map<string, KeyFigure[]>();
	for (const startMonth of new Set(owned.map((one) => one.startMonth))) {
		const some = parents.filter((parent) => parent.owned.startMonth === startMonth);
		const whose = { column, ids: some.map(({ id }) => id) } as const;
		const figures = await keyFigures(context, whose, { year, startMonth }, some);
		for (const [index, { id }] of some.entries()) found.set(id, figures[index] as KeyFigure[]);
	}
	return ids.map((id) => found.get(id) as KeyFigure[]);
}
