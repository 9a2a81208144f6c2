import { parsePartialDate } from "../../../shared/dates.ts";
import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { keyFigures } from "../figures/figures.ts";
import { askOwned, type Owned } from "../figures/money.ts";
import type { Whose } from "../figures/queries.ts";
import { type FiscalYear, monthsOf } from "../figures/rules.ts";
import { type KeyFigure, KeyFigureName } from "../figures/type.ts";
import { askPublished } from "./owners.ts";
import { type ActivityRow, activity } from "./queries.ts";
import { type Computed, NO_RECIPE, publishedFor, RECIPES } from "./rules.ts";
import { type Evaluation, type Indicator, IndicatorStatus } from "./type.ts";

type Asked = Pick<Context, "database" | "viewer" | "ask">;
type Parent = { id: string; owned: Owned };

function computedOf(figures: KeyFigure[], row: ActivityRow | undefined): Computed {
	const key = (name: KeyFigureName) => {
		const { value = null, n = 0 } = figures.find(({ figure }) => figure === name) ?? {};
		return value === null ? null : { value, n };
	};
	const served = key(KeyFigureName.SMES_SERVED);
	const transfers = Number(row?.transfers ?? 0);
	const counted = (value: number, n: number) => (n > 0 ? { value, n } : null);
	return {
		smesServed: served && served.n > 0 ? served : null,
		investment: key(KeyFigureName.INVESTMENT),
		newSales: key(KeyFigureName.NEW_SALES),
		newSalesPerDollar: key(KeyFigureName.NEW_SALES_PER_FEDERAL_DOLLAR),
		transferYield: key(KeyFigureName.TECH_TRANSFER_YIELD),
		licences: counted(Number(row?.licences ?? 0), Number(row?.told ?? 0)),
		sectors: Number(row?.sectors ?? 0) > 0 ? counted(Number(row?.sectors), transfers) : null,
		peopleTrained: counted(Number(row?.trained ?? 0), Number(row?.trainings ?? 0)),
	};
}

/** An institute's figures bear dates, not years: those whose whole period lies in the fiscal year count. */
function ofYear(figures: Observation[], year: FiscalYear): Observation[] {
	const { first, last } = monthsOf(year);
	return figures.filter(({ asOf, fiscalYear }) => {
		if (typeof fiscalYear === "number") return fiscalYear === year.year;
		const date = asOf ? parsePartialDate(asOf) : undefined;
		return date && date.first.slice(0, 7) >= first && date.last.slice(0, 7) <= last;
	});
}

function indicatorOf(id: string, figures: Observation[], computed: Computed): Indicator {
	const recipe = RECIPES[id] ?? NO_RECIPE;
	const definition = { id };
	const observation = publishedFor(recipe, figures);
	if (observation) {
		const { value, unit } = observation;
		return { definition, status: IndicatorStatus.OBSERVED, value, unit, observation };
	}
	const found = recipe.computed && computed[recipe.computed.figure];
	if (!recipe.computed || !found)
		return { definition, status: IndicatorStatus.NOT_AVAILABLE, reason: recipe.absent };
	const { unit, formula } = recipe.computed;
	return { definition, status: IndicatorStatus.COMPUTED, ...found, unit, formula };
}

async function evaluate(
	context: Asked,
	whose: Whose,
	year: FiscalYear,
	parents: Parent[],
	published: { indicatorIds: string[]; figuresOf(id: string): Observation[] },
): Promise<Evaluation[]> {
	const { database, viewer } = context;
	const [figures, rows] = await Promise.all([
		keyFigures(context, whose, year, parents),
		activity(database, viewer, whose, year),
	]);
	return parents.map(({ id }, index) => {
		const row = rows.find((one) => one.parent === id);
		const computed = computedOf(figures[index] ?? [], row);
		const ownFigures = ofYear(published.figuresOf(id), year);
		return {
			fiscalYear: year.year,
			indicators: published.indicatorIds.map((one) => indicatorOf(one, ownFigures, computed)),
		};
	});
}

/** The evaluations of several institutes in a year, in their order, each in the calendar of its network. */
export async function evaluationsOf(
	context: Asked,
	ids: readonly string[],
	year: number,
): Promise<Evaluation[]> {
	const [owned, { indicatorIds, figures }] = await Promise.all([
		askOwned(context.ask, "Institute", ids, year),
		askPublished(context.ask, "Institute", ids, year),
	]);
	const figuresOf = (id: string) => figures[ids.indexOf(id)] ?? [];
	const parents = ids.map((id, index) => ({ id, owned: owned[index] as Owned }));
	const found = new Map<string, Evaluation>();
	for (const startMonth of new Set(owned.map((one) => one.startMonth))) {
		const some = parents.filter((parent) => parent.owned.startMonth === startMonth);
		const whose: Whose = { column: "institute_id", ids: some.map(({ id }) => id) };
		const fiscalYear = { year, startMonth };
		const made = await evaluate(context, whose, fiscalYear, some, { indicatorIds, figuresOf });
		for (const [index, { id }] of some.entries()) found.set(id, made[index] as Evaluation);
	}
	return ids.map((id) => found.get(id) as Evaluation);
}

/** The evaluation of a network in a year. */
export async function evaluationOfNetwork(
	context: Asked,
	whose: Whose,
	parent: Parent,
	year: number,
): Promise<Evaluation> {
	const { indicatorIds, figures } = await askPublished(context.ask, "Network", [parent.id], year);
	const fiscalYear = { year, startMonth: parent.owned.startMonth };
	const figuresOf = () => figures[0] ?? [];
	const [made] = await evaluate(context, whose, fiscalYear, [parent], { indicatorIds, figuresOf });
	return made as Evaluation;
}
