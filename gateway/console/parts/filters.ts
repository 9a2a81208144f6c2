import type { Search } from "./view-address.ts";

/** What an address says that means nothing on its page. */
export type NotUnderstoodPart = { name: string; value: string };

/** A parameter of an address. */
export type Filter = {
	/** What each value must look like. */
	is: RegExp;
	/** Several values, separated by commas; otherwise there is one. */
	many?: true;
};

/** Of each filter that is set, its values. */
export type Filters<Name extends string> = Partial<Record<Name, string[]>>;

/** Reads an address; what it does not understand is named, and the rest holds. */
export function readFilters<Name extends string>(
	search: Search,
	known: Record<Name, Filter>,
): { filters: Filters<Name>; notUnderstood: NotUnderstoodPart[] } {
	const filters: Filters<Name> = {};
	const notUnderstood: NotUnderstoodPart[] = [];
	for (const [name, text] of Object.entries(search)) {
		if (!Object.hasOwn(known, name)) {
			notUnderstood.push({ name, value: text });
			continue;
		}
		const { is, many } = known[name as Name];
		const values = many ? text.split(",").filter(Boolean) : [text];
		const right = values.filter((value) => is.test(value));
		for (const value of values) if (!is.test(value)) notUnderstood.push({ name, value });
		if (right.length > 0) filters[name as Name] = [...new Set(right)];
	}
	return { filters, notUnderstood };
}

/** The address of what is set, in the order of `known`. */
export function writeFilters<Name extends string>(
	filters: Filters<Name>,
	known: Record<Name, Filter>,
): Search {
	const search: Search = {};
	for (const name of Object.keys(known) as Name[]) {
		const values = filters[name];
		if (values && values.length > 0) search[name] = values.join(",");
	}
	return search;
}
