import type { EngagementWhere } from "../../graphql/graphql.ts";
import { KINDS } from "../../parts/kinds.ts";
import { isWords, type Search } from "../../parts/view-address.ts";

/** For how many days a record waits at least. */
export const AGES = ["3", "7", "14", "30"] as const;

const isOneOf = (known: readonly string[]) => (value: string) => known.includes(value);

/** What the address of the page may say. */
export const KNOWN = {
	search: isWords,
	by: (value: string) => value.length > 0 && value.length <= 200,
	kind: isOneOf(KINDS),
	sme: (value: string) => value.length > 0 && value.length <= 200,
	age: isOneOf(AGES),
	late: isOneOf(["yes", "no"]),
};

/** All that waits at the viewer's own center: nobody sees what waits at another. */
export const WAITING: EngagementWhere = { statuses: ["SUBMITTED"] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Some days ago; to the hour, so that the same question is asked for as long. */
const hourBefore = (now: number, days: number) =>
	new Date(Math.floor(now / HOUR_MS) * HOUR_MS - days * DAY_MS).toISOString();

/** The records that the address means, as the API takes it; `now` by the clock of the hub. */
export function waitingWhere(says: Readonly<Search>, now: number): EngagementWhere {
	const { search, by, kind, sme, age, late } = says;
	return {
		...WAITING,
		...(search && { search }),
		...(by && { loggedBy: [by] }),
		...(kind && { kinds: [kind as (typeof KINDS)[number]] }),
		...(sme && { smeIds: [sme] }),
		...(age && { submittedBefore: hourBefore(now, Number(age)) }),
		...(late && { late: late === "yes" }),
	};
}

/** For how many whole days something waits. */
export const daysSince = (at: string, now: number) =>
	Math.max(0, Math.floor((now - Date.parse(at)) / DAY_MS));
