import type { ObservationWhere } from "../../graphql/graphql.ts";
import {
	type Filter,
	type Filters as FiltersOf,
	type NotUnderstoodPart,
	readFilters,
	writeFilters,
} from "../../parts/filters.ts";
import type { Search } from "../../parts/view-address.ts";

const ID = /^[\w.~-]{1,120}$/;
const FLAG = /^(true|false)$/;

/** All that can be said of which figures are listed: ObservationWhere, by name in the address, and their order. */
const FILTERS = {
	search: { is: /^\P{Cc}{1,200}$/u },
	networkIds: { is: ID, many: true },
	instituteIds: { is: ID, many: true },
	properties: { is: ID, many: true },
	documents: { is: ID, many: true },
	years: { is: /^(19|20)\d\d$/, many: true },
	accepted: { is: FLAG },
	inDoubt: { is: FLAG },
	doubtIds: { is: /^D\d\d$/, many: true },
	sort: { is: /^-?(subject|figure|value|year|document|accepted)$/ },
} as const satisfies Record<string, Filter>;

export type FilterName = keyof typeof FILTERS;
export type Filters = FiltersOf<FilterName>;

export const readAddress = (search: Search) => readFilters(search, FILTERS);
export const writeAddress = (filters: Filters) => writeFilters(filters, FILTERS);

/** The filters as the API takes them. */
export function whereOf(filters: Filters): ObservationWhere {
	const { search, networkIds, instituteIds, properties, documents, years, doubtIds } = filters;
	const flag = (name: "accepted" | "inDoubt") => filters[name]?.[0];
	return {
		...(search && { search: search[0] }),
		...(networkIds && { networkIds }),
		...(instituteIds && { instituteIds }),
		...(properties && { properties }),
		...(documents && { documents }),
		...(years && { years: years.map(Number) }),
		...(flag("accepted") && { accepted: flag("accepted") === "true" }),
		...(flag("inDoubt") && { inDoubt: flag("inDoubt") === "true" }),
		...(doubtIds && { doubtIds }),
	};
}

/** The filters without values that the hub does not know, and those values; all of them while `known` is not there. */
export function knownOnly(
	filters: Filters,
	known: Partial<Record<FilterName, ReadonlySet<string>>> | undefined,
): { filters: Filters; unknown: NotUnderstoodPart[] } {
	if (!known) return { filters, unknown: [] };
	const kept: Filters = {};
	const unknown: NotUnderstoodPart[] = [];
	for (const name of Object.keys(filters) as FilterName[]) {
		const values = filters[name] ?? [];
		const all = known[name];
		const right = values.filter((value) => !all || all.has(value));
		for (const value of values) if (all && !all.has(value)) unknown.push({ name, value });
		if (right.length > 0) kept[name] = right;
	}
	return { filters: kept, unknown };
}

/** How rows are ordered, as tables take it; by subject where the address does not say. */
export function sortingOf({ sort: [sort] = ["subject"] }: Filters) {
	return [{ id: String(sort).replace(/^-/, ""), desc: String(sort).startsWith("-") }];
}
