import type { InstituteFundingQuery } from "../../graphql/graphql.ts";

export type Funding = NonNullable<InstituteFundingQuery["institute"]>["funding"];
export type Commitment = Funding["commitments"][number];

/** The planned years that phases are asked for, from the year before the institute is first told of: ten of them. */
export function phaseYears(dates: readonly string[]): number[] {
	const years = dates.map((date) => Number(date.slice(0, 4))).filter(Number.isInteger);
	if (years.length === 0) return [];
	const first = Math.min(...years);
	return Array.from({ length: 10 }, (_, index) => first + index);
}

type Phase = { programYear: number; funds: string[]; withinPlan: boolean | null };

/** Years with what may be funded in them, up to the first after the plan. */
export function phasesOf<One extends Phase>(
	years: readonly number[],
	phases: ReadonlyArray<One | null | undefined>,
): Array<{ year: number; phase: One }> {
	const told = years.flatMap((year, index) => {
		const phase = phases[index];
		return phase ? [{ year, phase }] : [];
	});
	const after = told.findIndex(({ phase }) => phase.withinPlan === false);
	return after < 0 ? told : told.slice(0, after + 1);
}

/** Amounts that may stand on one scale: those of the currency that most of them have. */
export function comparable(commitments: readonly Commitment[]): Commitment[] {
	const count = (currency: string) =>
		commitments.filter(({ amount }) => amount.currency === currency).length;
	const [main] = commitments
		.map(({ amount }) => amount.currency)
		.sort((a, b) => count(b) - count(a));
	return commitments.filter(({ amount }) => amount.currency === main);
}
