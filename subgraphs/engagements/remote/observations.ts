import type { Observation } from "../../../shared/provenance/provenance.ts";

/** All fields of an observation; the query must also contain `DOUBT_FRAGMENT`. */
export const OBSERVATION_FIELDS = `id subjectType subjectId property number value text nativeText unit asPrinted printedValue asOf asOfWords fiscalYear period party
	source { id document section line url readOn } accepted reason seriesBreak doubts { ...Whole } doubt { ...Whole }`;
export const DOUBT_FRAGMENT = `fragment Whole on Doubt { id settled severity what printed right settledBy why documents externalSource }`;

/** The accepted figure of a property. */
export function servedFigure(figures: Observation[], property: string): Observation | undefined {
	return figures.find(
		(one) => one.property === property && one.accepted && typeof one.value === "number",
	);
}
