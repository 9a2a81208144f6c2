import { fiscalYearOfDay } from "../../../shared/dates.ts";
import type { Observation } from "../../../shared/provenance/provenance.ts";

export type CommitmentKind = "FEDERAL" | "NON_FEDERAL" | "TOTAL";

/** The amounts of the whole agreement, which are accepted, and the only ones that may be added up. */
const SERVED = ["federal_commitment", "non_federal_commitment", "total_commitment"];

/** The observed amounts that are commitments. All but the accepted ones are other measures: of a base, an award, a part of the time. */
const KINDS: Record<string, CommitmentKind> = {
	federal_commitment: "FEDERAL",
	federal_award: "FEDERAL",
	federal_funding: "FEDERAL",
	base_federal_funding: "FEDERAL",
	non_federal_commitment: "NON_FEDERAL",
	non_federal_cost_share: "NON_FEDERAL",
	base_non_federal_cost_share: "NON_FEDERAL",
	member_cost_share: "NON_FEDERAL",
	total_commitment: "TOTAL",
	total_funding: "TOTAL",
};

export function commitmentKindOf(property: string): CommitmentKind | undefined {
	return KINDS[property];
}

/** Why an amount is not the accepted one, although no source contradicts it; null if it is the accepted one. */
export function otherMeasure(property: string): string | null {
	if (SERVED.includes(property)) return null;
	return `Another measure than the commitment that is served: ${property.replaceAll("_", " ")}; the two are not added`;
}

/** The accepted amount of the whole agreement, in USD; undefined if no document gives one. */
export function servedAmount(
	observed: Observation[],
	property: "federal_commitment" | "non_federal_commitment" | "plan_years",
): number | undefined {
	return observed.find((one) => one.property === property && one.accepted)?.value ?? undefined;
}

/** Non-federal ÷ federal; null if an amount is missing. */
export function matchRatio(federal?: number, nonFederal?: number): number | null {
	return federal && nonFederal !== undefined ? nonFederal / federal : null;
}

/** The program requires at least 1:1; less gives a warning, not an error. */
export function matchWarning(ratio: number | null): string | null {
	if (ratio === null || ratio >= 1) return null;
	return `Non-federal money is ${ratio.toFixed(2)} of the federal money; the program asks for at least 1:1`;
}

/** In which year of its program an institute is in a US federal year: 1 in the year it was established. */
export function programYearIn(fiscalYear: number, established: string): number {
	return fiscalYear - fiscalYearOfDay(established) + 1;
}
