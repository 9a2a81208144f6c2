/** The parameters of an address, as text. */
export type Search = Record<string, string>;
/** A parameter of an address that means nothing here. */
export type Stray = { name: string; value: string };

/** Values of the dimensions beside a table's own. */
export const PICKED = ["kind", "metric", "verification"] as const;
export type Picked = (typeof PICKED)[number];

/** What an address may say, by parameter: what each value must look like. */
const FORMS = {
	table: /^[\w-]{1,60}$/,
	release: /^[1-9]\d{0,8}$/,
	measure: /^\w{1,60}$/,
	kind: /^[\w-]{1,60}$/,
	metric: /^[\w-]{1,60}$/,
	verification: /^[\w-]{1,60}$/,
	periods: /^(years|quarters)$/,
	level: /^[1-9]$/,
	scale: /^own$/,
	compare: /^[\w.+-]{1,120}$/,
	cells: /^all$/,
} as const;
type Name = keyof typeof FORMS;
const NAMES = Object.keys(FORMS) as Name[];
const isName = (name: string): name is Name => Object.hasOwn(FORMS, name);

/** Of each parameter that is set, its value; `compare` names up to two, apart by a comma. */
export type Address = Partial<Record<Name, string>>;

export const MOST_COMPARED = 2;

/** Reads an address; what it does not understand is named, and the rest holds. */
export function readAddress(search: Search): { address: Address; strays: Stray[] } {
	const address: Address = {};
	const strays: Stray[] = [];
	for (const [name, value] of Object.entries(search)) {
		if (!isName(name)) {
			strays.push({ name, value });
			continue;
		}
		const values = name === "compare" ? [...new Set(value.split(","))] : [value];
		const form: RegExp = FORMS[name];
		const understood = values.filter((one) => form.test(one)).slice(0, MOST_COMPARED);
		for (const one of values) if (!understood.includes(one)) strays.push({ name, value: one });
		if (understood.length > 0) address[name] = understood.join(",");
	}
	return { address, strays };
}

/** The address as parameters, always in the same order. */
export function writeAddress(address: Address): Search {
	const search: Search = {};
	for (const name of NAMES) {
		const value = address[name];
		if (value) search[name] = value;
	}
	return search;
}
