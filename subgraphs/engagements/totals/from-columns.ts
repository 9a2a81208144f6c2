import type { Scope } from "../filter/scope.ts";
import type { GroupTotals, OutcomeKind, Question } from "../live-totals.ts";
import { sightOf } from "../policy.ts";
import { fieldOf, type TraceTotalRow } from "./queries.ts";
import type { TraceDimension, TraceTotalOrder } from "./type.ts";

/** A request for the first totals of an order. */
export type TotalsRequest = {
	scope: Scope;
	/** Each at most once. */
	by: TraceDimension[];
	orderBy: TraceTotalOrder;
	/** At most so many groups. */
	limit: number;
	withOutcomes: boolean;
	/** Whether hours or people are asked for, or ordered by. */
	withAmounts: boolean;
};

/** The same request for the columns in memory; undefined if it has conditions that they do not know. */
export function questionOf({ scope, ...request }: TotalsRequest): Question | undefined {
	const { viewer, established, practices, listed, ...conditions } = scope;
	if (!established || practices || listed) return undefined;
	return { ...request, sight: sightOf(viewer), conditions };
}

const stated = (amount: number): number | null => (Number.isNaN(amount) ? null : amount);

/** Their answer as the rows that SQL would give. */
export function rowsOf(totals: GroupTotals, by: readonly TraceDimension[]): TraceTotalRow[] {
	const { values, smes, engagements, hours, people, outcomes } = totals;
	const rows = Array.from(
		smes,
		(sme_count, at): TraceTotalRow => ({
			sme_count,
			engagement_count: engagements[at] as number,
			hours: stated(hours[at] as number),
			people_trained: stated(people[at] as number),
			outcomes: outcomes && [],
		}),
	);
	for (const [place, field] of by.map(fieldOf).entries()) {
		const { values: texts = [], codes } = values[place] ?? {};
		for (const [at, row] of rows.entries())
			Object.assign(row, { [field]: texts[codes?.[at] ?? 0] });
	}
	outcomes?.groups.forEach((group, at) => {
		rows[group]?.outcomes?.push({
			...(outcomes.kinds.values[outcomes.kinds.codes[at] as number] as OutcomeKind),
			value: outcomes.value[at] as number,
			reports: outcomes.reports[at] as number,
		});
	});
	return rows;
}
