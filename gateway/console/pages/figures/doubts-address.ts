import type { DoubtsQuery } from "../../graphql/graphql.ts";
import type { Filter, Filters as FiltersOf } from "../../parts/filters.ts";

export const SEVERITIES = ["high", "medium", "low"] as const;

export const DOUBT_FILTERS = {
	search: { is: /^\P{Cc}{1,200}$/u },
	settled: { is: /^(true|false)$/ },
	severity: { is: /^(high|medium|low)$/ },
	order: { is: /^(number|severity)$/ },
} as const satisfies Record<string, Filter>;

export type DoubtFilters = FiltersOf<keyof typeof DOUBT_FILTERS>;
export type Doubt = DoubtsQuery["doubts"][number];

const rank = ({ severity }: Doubt) => (SEVERITIES as readonly string[]).indexOf(severity);

/** The doubts that the filters mean, by number or the most serious first. */
export function doubtsWhere(doubts: readonly Doubt[], filters: DoubtFilters): Doubt[] {
	const { search, settled, severity, order } = filters;
	const words = (search?.[0] ?? "").toLowerCase().split(/\s+/u);
	const found = doubts.filter((doubt) => {
		const { id, what, printed, right, settledBy, why, documents, externalSource } = doubt;
		const all = [id, what, printed, right, settledBy, why, externalSource, ...documents]
			.join("\n")
			.toLowerCase();
		return (
			words.every((word) => all.includes(word)) &&
			(!settled || String(doubt.settled) === settled[0]) &&
			(!severity || doubt.severity === severity[0])
		);
	});
	return order?.[0] === "severity" ? found.sort((a, b) => rank(a) - rank(b)) : found;
}
