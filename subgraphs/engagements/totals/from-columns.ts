import type { Scope } from "../filter/scope.ts";
import type { GroupTotals, Question } from "../live-totals.ts";
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

/** Their answer as the rows that SQL would give. */
export function rowsOf(totals: GroupTotals, by: readonly TraceDimension[]): TraceTotalRow[] {
	const { values, smes, engagements, hours, people, outcomes } = totals;
	const fields = by.map(fieldOf);
	const rows = smes.map((sme_count, at): TraceTotalRow => {
		const row: Record<string, unknown> = {
			sme_count,
			engagement_count: engagements[at],
			hours: hours[at],
			people_trained: people[at],
			...(outcomes && { outcomes: [] }),
		};
		for (let place = 0; place < fields.length; place++)
			row[fields[place] as string] = values[place]?.[at] ?? null;
		return row as TraceTotalRow;
	});
	outcomes?.at.forEach((at, place) => {
		rows[at]?.outcomes?.push({
			metric: outcomes.metric[place] as string,
			currency: outcomes.currency[place] ?? null,
			verification: outcomes.verification[place] as string,
			value: outcomes.value[place] as number,
			reports: outcomes.reports[place] as number,
		});
	});
	return rows;
}
