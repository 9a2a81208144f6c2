import type { TraceWhere } from "../../graphql/graphql.ts";
import type { Search } from "../../parts/view-address.ts";
import { FILTER_NAMES, FILTERS, type FilterName, type Filters, filterOf } from "./filters.ts";

/** On the right of the flow: where manufacturers are, or what they make. */
export type FlowBy = "state" | "sector";

export type Address = {
	filters: Filters;
	by: FlowBy;
	/** What the address says that means nothing here. */
	notUnderstood: Array<{ name: string; value: string }>;
};

const isFilter = (name: string): name is FilterName => Object.hasOwn(FILTERS, name);

/** Reads an address; what it does not understand is named, and the rest holds. */
export function readAddress(search: Search): Address {
	const address: Address = { filters: {}, by: "state", notUnderstood: [] };
	for (const [name, text] of Object.entries(search)) {
		if (name === "by" && (text === "state" || text === "sector")) {
			address.by = text;
			continue;
		}
		if (!isFilter(name)) {
			address.notUnderstood.push({ name, value: text });
			continue;
		}
		const { is, many } = filterOf(name);
		const values = many ? text.split(",").filter(Boolean) : [text];
		const understood = values.filter((value) => is.test(value));
		for (const value of values) if (!is.test(value)) address.notUnderstood.push({ name, value });
		if (understood.length > 0) address.filters[name] = [...new Set(understood)];
	}
	return address;
}

/** The address of a view, without what is as it would be anyway. */
export function writeAddress({ filters, by }: Pick<Address, "filters" | "by">): Search {
	const search: Search = {};
	for (const name of FILTER_NAMES) {
		const values = filters[name];
		if (values && values.length > 0) search[name] = values.join(",");
	}
	if (by !== "state") search.by = by;
	return search;
}

/** The filters as the API takes them. */
export function whereOf(filters: Filters): TraceWhere {
	const where: Record<string, unknown> = {};
	for (const name of FILTER_NAMES) {
		const texts = filters[name];
		if (!texts || texts.length === 0) continue;
		const { many, as, in: part } = filterOf(name);
		const values = texts.map((text) => {
			if (as === "number") return Number(text);
			return as === "flag" ? text === "true" : text;
		});
		const value = many ? values : values[0];
		if (!part) {
			where[name] = value;
			continue;
		}
		const [holder, field] = part;
		where[holder] = { ...(where[holder] as object), [field]: value };
	}
	return where;
}
