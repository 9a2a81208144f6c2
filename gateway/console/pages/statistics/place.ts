import type { StatisticsReleasesQuery } from "../../graphql/graphql.ts";
import type { Address, Stray } from "./address.ts";

export type Release = StatisticsReleasesQuery["releases"]["nodes"][number];

/** The table that is shown first, if a release has it. */
const FIRST = "engagements-by-state";

/** Which release and table an address means: the newest and a usual one where it names none, or none that there is. */
export type Place = { release: Release; table: string; isNewest: boolean; strays: Stray[] };

/** Undefined before the first release; `releases` are newest first. */
export function placeOf(address: Address, releases: readonly Release[]): Place | undefined {
	const [newest] = releases;
	if (!newest) return undefined;
	const strays: Stray[] = [];
	const named = releases.find(({ number }) => String(number) === address.release);
	if (address.release && !named) strays.push({ name: "release", value: address.release });
	const release = named ?? newest;
	const has = (id: string | undefined) => release.tables.some(({ table }) => table === id);
	if (address.table && !has(address.table)) strays.push({ name: "table", value: address.table });
	const [usual] = [address.table, FIRST, release.tables[0]?.table].filter(has);
	return { release, table: usual ?? FIRST, isNewest: release === newest, strays };
}
