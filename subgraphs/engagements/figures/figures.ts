import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { type AskedYear, askYearlyFacts, type YearlyFacts } from "../remote/yearly-facts.ts";
import { answerOf, FigureAnswer } from "./answer.ts";
import { publishedCoverage } from "./coverage.ts";
import { perDollar, sumsOf } from "./impact.ts";
import { overManufacturers, publishedManufacturers, wholeOf } from "./manufacturers.ts";
import { publishedBeside } from "./published.ts";
import type { FigureScope } from "./queries.ts";
import { type Records, recordsOf, type Viewing } from "./records.ts";
import { counted, type FiscalYear } from "./rules.ts";
import { type KeyFigure, KeyFigureName, type MadeFigure } from "./type.ts";

const PUBLIC_PART =
	"the records that you may see are a part of the center's, while its federal money is for all that it does";
const UNREPORTED_PART =
	"the center has not reported all four quarters of this year to the hub: its records here may be a part, while its federal money is for all that it does";

function printed(
	figure: KeyFigureName,
	found: { value: number; figures: number } | null,
	missing: string,
	whole: string,
): MadeFigure {
	return {
		figure,
		value: found?.value ?? null,
		unit: "ratio",
		n: found?.figures ?? 0,
		verification: [],
		coverage: publishedCoverage(found?.figures ?? 0, whole),
		...(found
			? { answer: answerOf(found.value), absent: null }
			: { answer: FigureAnswer.NOT_KNOWN, absent: missing }),
	};
}

/** Why outcomes of these records may not be divided by federal money; null if the records are complete. */
function partOf(
	scope: FigureScope,
	id: string,
	records: Records,
	facts: YearlyFacts,
	context: Viewing,
) {
	if ("together" in scope) {
		const [seen, all] = [Number(records.people?.smes ?? 0), publishedManufacturers(facts)];
		if (all !== null && seen >= all) return null;
		return `the records that you may see are of ${counted(seen, "manufacturer")}${all === null ? "" : ` of ${all.toLocaleString("en-US")}`}, while federal money is for the whole network`;
	}
	if (records.complete) return null;
	return isInside(context.viewer, id) ? UNREPORTED_PART : PUBLIC_PART;
}

function figuresOf(records: Records, facts: YearlyFacts, part: string | null): KeyFigure[] {
	const outside = Number(records.reported?.outside ?? 0);
	const reported = {
		rows: records.rows,
		reports: records.reported,
		whole: wholeOf(facts, Number(records.people?.known ?? 0) + outside),
	};
	const made = [
		...overManufacturers(records, facts),
		...sumsOf(reported),
		printed(
			KeyFigureName.SME_SHARE,
			facts.smeShare,
			facts.missing.smeShare,
			"of the network as a whole",
		),
		printed(KeyFigureName.MATCH_RATIO, facts.match, facts.missing.match, facts.matchCovers),
		...perDollar(reported, facts, part),
	];
	const order = Object.values(KeyFigureName);
	return made
		.map((one) => ({ ...one, ...publishedBeside(one.figure, facts.published ?? []) }))
		.sort((one, other) => order.indexOf(one.figure) - order.indexOf(other.figure));
}

export type Figured = { records: Records; figures: KeyFigure[] };

/** The key figures of a year for each parent, in order, with the records they are made of. */
export async function keyFigures(
	context: Viewing,
	scope: FigureScope,
	year: FiscalYear,
	parents: ReadonlyArray<{ id: string; facts: YearlyFacts }>,
): Promise<Figured[]> {
	const ids = parents.map(({ id }) => id);
	const all = await recordsOf(context, scope, year, ids);
	return parents.map(({ id, facts }, index) => {
		const records = all[index] as Records;
		const part = partOf(scope, id, records, facts, context);
		return { records, figures: figuresOf(records, facts, part) };
	});
}

/**
 * Computes something for several centers or institutes, in their order, each in the calendar of its network: `make` is
 * called once for each month in which a fiscal year starts.
 */
export async function byCalendar<T>(
	column: "center_id" | "institute_id",
	parents: ReadonlyArray<{ id: string; facts: YearlyFacts }>,
	{ year }: AskedYear,
	make: (
		scope: FigureScope,
		year: FiscalYear,
		some: ReadonlyArray<{ id: string; facts: YearlyFacts }>,
	) => Promise<T[]>,
): Promise<T[]> {
	const found = new Map<string, T>();
	for (const startMonth of new Set(parents.map(({ facts }) => facts.startMonth))) {
		const some = parents.filter(({ facts }) => facts.startMonth === startMonth);
		const made = await make({ column, ids: some.map(({ id }) => id) }, { year, startMonth }, some);
		for (const [index, { id }] of some.entries()) found.set(id, made[index] as T);
	}
	return parents.map(({ id }) => found.get(id) as T);
}

/** The key figures of several centers or institutes, in their order, each in the calendar of its network. */
export async function keyFiguresOf(
	context: Pick<Context, "database" | "viewer" | "ask">,
	type: "MepCenter" | "Institute",
	ids: readonly string[],
	asked: AskedYear,
): Promise<KeyFigure[][]> {
	const facts = await askYearlyFacts(context.ask, type, ids, asked);
	const parents = ids.map((id, index) => ({ id, facts: facts[index] as YearlyFacts }));
	const column = type === "MepCenter" ? "center_id" : "institute_id";
	const made = await byCalendar(column, parents, asked, (scope, year, some) =>
		keyFigures(context, scope, year, some),
	);
	return made.map(({ figures }) => figures);
}
