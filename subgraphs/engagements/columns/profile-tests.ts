import type { Conditions, Question } from "../live-totals.ts";
import type { Sight } from "../policy.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Profiled } from "./profiles.ts";
import type { Store } from "./store.ts";

/** Which codes a list of texts, or their presence, allows; undefined if it allows all. */
export function allowedCodes(
	{ texts, codes }: Dictionary,
	wanted: ReadonlyArray<string | number> | undefined,
	without?: boolean,
): Uint8Array | undefined {
	if (!wanted && without === undefined) return undefined;
	const allowed = new Uint8Array(texts.length);
	if (wanted)
		for (const text of wanted) {
			const code = codes.get(String(text));
			if (code !== undefined) allowed[code] = 1;
		}
	else allowed.fill(1);
	if (without === true) allowed.fill(0, 1);
	if (without === false) allowed[0] = 0;
	return allowed;
}

/** What somebody sees who does not see everything. */
function allowSeen(allowed: Uint8Array, { profiles, dictionaries }: Store, sight: Sight): void {
	if (sight === "ALL") return;
	const own = sight === "PUBLIC" ? undefined : dictionaries.center.codes.get(sight.center);
	const { open, center } = profiles.columns;
	for (let profile = 0; profile < allowed.length; profile++)
		if (open[profile] !== 1 && (own === undefined || center[profile] !== own)) allowed[profile] = 0;
}

const listsOf = ({ hasDate, ...conditions }: Conditions) =>
	[
		["kind", conditions.kinds, undefined],
		["center", conditions.centerIds, conditions.withoutCenter],
		["institute", conditions.instituteIds, conditions.withoutInstitute],
		["fiscalYear", conditions.fiscalYears, conditions.withoutFiscalYear],
		// A date is missing exactly where its year is.
		["calendarYear", conditions.calendarYears, hasDate === undefined ? hasDate : !hasDate],
	] satisfies Array<[Exclude<Profiled, "open">, Array<string | number> | undefined, unknown]>;

/** 1 for the profiles whose engagements can count, by what somebody sees and by the conditions that profiles decide. */
export function allowedProfiles(store: Store, { sight, conditions }: Question): Uint8Array {
	const allowed = new Uint8Array(store.profiles.size).fill(1);
	allowSeen(allowed, store, sight);
	for (const [name, wanted, without] of listsOf(conditions)) {
		const codes = allowedCodes(store.dictionaries[name], wanted, without);
		const column = store.profiles.columns[name];
		if (codes)
			for (let profile = 0; profile < allowed.length; profile++)
				(allowed[profile] as number) &= codes[column[profile] as number] as number;
	}
	return allowed;
}
