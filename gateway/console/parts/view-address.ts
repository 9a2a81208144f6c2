/** The parameters of an address, as text. */
export type Search = Record<string, string>;

/** What an address may say, by the name of its parameter: which values mean something. */
type Known = Readonly<Record<string, (value: string) => boolean>>;

export type Address = {
	/** What is understood. */
	says: Readonly<Search>;
	/** What the address says that means nothing here. */
	notUnderstood: Array<{ name: string; value: string }>;
};

/** For `validateSearch` of a route: parameters as plain text. */
export const plainSearch = (raw: Record<string, unknown>): Search =>
	Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)]));

/** Reads an address; what it does not understand is named, and the rest holds. */
export function readSearch(search: Search, known: Known): Address {
	const says: Search = {};
	const notUnderstood: Address["notUnderstood"] = [];
	for (const [name, value] of Object.entries(search)) {
		const means = Object.hasOwn(known, name) ? known[name] : undefined;
		if (means?.(value)) says[name] = value;
		else notUnderstood.push({ name, value });
	}
	return { says, notUnderstood };
}

/** Words to search for. */
export const isWords = (value: string) => value.length > 0 && value.length <= 100;

/** A state as ISO 3166-2 says it. */
export const isState = (value: string) => /^US-[A-Z]{2}$/.test(value);

/** A year that the hub may know something of. */
export const isYear = (value: string) => /^(19|20)\d\d$/.test(value);

/** How a table is sorted, as an address says it: `name`, or `-name` from the end. */
export const isSortOf =
	(...columns: string[]) =>
	(value: string) =>
		columns.includes(value.replace(/^-/, ""));

/** The same for a table. */
export function sortingOf(sort: string | undefined): Array<{ id: string; desc: boolean }> {
	return sort ? [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }] : [];
}

/** How an address says how a table is sorted; undefined where it is not. */
export function sortOf([first]: ReadonlyArray<{ id: string; desc: boolean }>): string | undefined {
	return first && `${first.desc ? "-" : ""}${first.id}`;
}
