import type { HostKind } from "../../graphql/graphql.ts";
import { isSortOf, isState, isWords, type Search } from "../../parts/view-address.ts";

/** Columns of the table, by which it sorts. */
export const COLUMNS = ["name", "state", "city", "host", "kind"] as const;
/** Kinds of host. */
export const HOSTS: readonly HostKind[] = ["UNIVERSITY", "COLLEGE_SYSTEM", "STATE_AGENCY"];

const isHost = (value: string): value is HostKind => (HOSTS as readonly string[]).includes(value);

/** What the address of the directory may say. */
export const KNOWN = {
	search: isWords,
	host: isHost,
	state: isState,
	sort: isSortOf(...COLUMNS),
};

/** The centers that the address means, as the API takes it. */
export function variablesOf({ search, host, state }: Search) {
	const where = {
		...(host && isHost(host) && { hostKinds: [host] }),
		...(state && { states: [state] }),
	};
	return { where, ...(search && { search }) };
}
