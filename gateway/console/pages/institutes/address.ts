import { isSortOf, isState, isWords, type Search } from "../../parts/view-address.ts";

/** Columns of the table, by which it sorts. */
export const COLUMNS = ["name", "technology", "sponsor", "place", "networks", "members"] as const;

/** What the address of the directory may say. */
export const KNOWN = {
	search: isWords,
	sponsor: (value: string) => /^[A-Z]{2,10}$/.test(value),
	network: (value: string) => /^[a-z\d-]{1,60}$/.test(value),
	state: isState,
	sort: isSortOf(...COLUMNS),
};

/** The institutes that the address means, as the API takes it. */
export function variablesOf({ search, sponsor, network, state }: Search) {
	const where = {
		...(sponsor && { sponsors: [sponsor] }),
		...(network && { networkIds: [network] }),
		...(state && { states: [state] }),
	};
	return { where, ...(search && { search }) };
}
