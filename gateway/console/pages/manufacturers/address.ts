import type { SmeWhere } from "../../graphql/graphql.ts";
import { isSortOf, isState, isWords, type Search } from "../../parts/view-address.ts";

/** Columns of the table, by which it sorts. */
export const COLUMNS = [
	"name",
	"place",
	"services",
	"latest",
	"sector",
	"employees",
	"size",
] as const;
export const SIZES = ["small", "large"] as const;

const isSize = (value: string) => (SIZES as readonly string[]).includes(value);

/** The beginning of a NAICS code, or a sector of several codes. */
const isNaics = (value: string) => /^(\d{2,6}|31-33|44-45|48-49)$/.test(value);

/** What the address of the directory may say. */
export const KNOWN = {
	search: isWords,
	state: isState,
	naics: isNaics,
	size: isSize,
	sort: isSortOf(...COLUMNS),
};

/** The manufacturers that the address means, as the API takes it. */
export function manufacturersOf({ search, state, naics, size }: Search): {
	search?: string;
	where: SmeWhere;
} {
	return {
		...(search && { search }),
		where: {
			...(state && { states: [state] }),
			...(naics && { naicsPrefix: naics }),
			...(size && { isSmall: size === "small" }),
		},
	};
}
