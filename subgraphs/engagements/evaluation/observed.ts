import { parsePartialDate } from "../../../shared/dates.ts";
import type { Observation } from "../../../shared/provenance/provenance.ts";
import { type Absence, FigureAnswer } from "../figures/answer.ts";
import { daysOf, type FiscalYear } from "../figures/rules.ts";
import type { Recipe } from "./rules.ts";

/** Whether a published figure is of a year. */
type Placing = "IN" | "COARSE" | "OUTSIDE";

/**
 * A figure has its network's fiscal year, or a date, which must lie entirely in the year. A figure with an approximate
 * date, or one for another period, is not of the year.
 */
function placingOf(one: Observation, year: FiscalYear, byFiscalYear: boolean): Placing {
	if (typeof one.fiscalYear === "number") {
		if (one.fiscalYear !== year.year) return "OUTSIDE";
		return byFiscalYear ? "IN" : "COARSE";
	}
	const date = one.asOf ? parsePartialDate(one.asOf) : undefined;
	if (!date) return "OUTSIDE";
	const { first, last } = daysOf(year);
	if (date.first > last || date.last < first) return "OUTSIDE";
	const within = date.first >= first && date.last <= last;
	return within && !one.asOfWords && !one.period ? "IN" : "COARSE";
}

export type Observed = {
	/** The figure that answers; otherwise `absence` says why there is none. */
	found?: Observation;
	absence?: Absence;
	/** Other published figures for the year: other measures, and figures that may be of the year. */
	others: Observation[];
};

const listed = (figures: Observation[]) =>
	figures
		.map(
			({ property, value, asOfWords, asOf, period, fiscalYear }) =>
				`${value} ${property.replaceAll("_", " ")} (${period ?? asOfWords ?? (fiscalYear ? `fiscal year ${fiscalYear}` : asOf)})`,
		)
		.join("; ");

/** The published figure of a subject for a year that a recipe asks for. */
export function observedFor(
	{ observed, others = [] }: Recipe,
	figures: Observation[],
	year: FiscalYear,
	byFiscalYear: boolean,
): Observed {
	const served = figures.filter(({ accepted, value }) => accepted && typeof value === "number");
	const placed = (property: string, placing: Placing) =>
		served.filter(
			(one) => one.property === property && placingOf(one, year, byFiscalYear) === placing,
		);
	const beside = others.flatMap((property) => placed(property, "IN"));
	if (!observed) return { others: beside };
	const [found, ...more] = placed(observed, "IN").reverse();
	if (found) return { found, others: [...more, ...beside] };
	const coarse = placed(observed, "COARSE");
	const all = [...coarse, ...beside];
	const measure = observed.replaceAll("_", " ");
	if (coarse.length > 0)
		return {
			others: all,
			absence: {
				answer: FigureAnswer.DATED_TOO_COARSELY,
				absent: `a figure may be of this year, but its date or stretch of time is too coarse to tell: ${listed(coarse)}`,
			},
		};
	const elsewhere = served.some((one) => one.property === observed);
	const instead =
		beside.length > 0 ? `; other measures are: ${listed(beside)}; see otherFigures` : "";
	return {
		others: all,
		absence: {
			answer: elsewhere ? FigureAnswer.NO_RECORDS : FigureAnswer.NOT_KNOWN,
			absent: `no source publishes ${measure} for ${elsewhere ? "this year" : "this or another year"}${instead}`,
		},
	};
}
