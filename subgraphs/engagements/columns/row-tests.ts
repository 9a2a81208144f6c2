import type { Conditions, Question } from "../live-totals.ts";
import { type Detail, dayNumber } from "./engagement-columns.ts";
import { allowedCodes } from "./profile-tests.ts";
import type { Store } from "./store.ts";

/** Whether a row counts. */
export type RowTest = (row: number) => boolean;

const FIRST_DAY = 1;
const LAST_DAY = 99_999_999;

function between(days: Uint32Array, least: number, most: number): RowTest {
	return (row) => {
		const day = days[row] as number;
		return day >= least && day <= most;
	};
}

type Period = [from: number, to: number];

/** When the center of a profile had staff at its institute; undefined where it never had. */
function periodsByProfile(
	{ dictionaries, profiles }: Store,
	{ periods }: NonNullable<Conditions["embedded"]>,
): Array<Period[] | undefined> {
	const { center, institute } = profiles.columns;
	const pairs = new Map<string, Period[]>();
	for (const { centerId, instituteId, firstDay, lastDay } of periods) {
		if (firstDay === null) continue;
		const pair = `${dictionaries.center.codes.get(centerId)} ${dictionaries.institute.codes.get(instituteId)}`;
		const period: Period = [dayNumber(firstDay), lastDay === null ? LAST_DAY : dayNumber(lastDay)];
		pairs.set(pair, [...(pairs.get(pair) ?? []), period]);
	}
	return Array.from({ length: profiles.size }, (_, profile) =>
		pairs.get(`${center[profile]} ${institute[profile]}`),
	);
}

/** Whether they were delivered by a center and an institute while the center had staff there. */
function embeddedTest(store: Store, embedded: NonNullable<Conditions["embedded"]>): RowTest {
	const { profile, first, last } = store.engagements.columns;
	const periods = periodsByProfile(store, embedded);
	return (row) => {
		const within = periods[profile[row] as number]?.some(
			([begin, end]) => (first[row] as number) >= begin && (last[row] as number) <= end,
		);
		return (within ?? false) === embedded.wanted;
	};
}

function testsOf(store: Store, conditions: Conditions): RowTest[] {
	const { columns } = store.engagements;
	const { firstDay, lastDay, embedded, facilityIds, courseIds, technologyIds } = conditions;
	const tests: RowTest[] = [];
	const listed = (name: Detail, wanted: readonly string[] | undefined) => {
		const allowed = allowedCodes(store.dictionaries[name], wanted);
		const codes = columns[name];
		if (allowed) tests.push((row) => allowed[codes[row] as number] === 1);
	};
	listed("facility", facilityIds);
	listed("course", courseIds);
	listed("technology", technologyIds);
	if (firstDay !== undefined) tests.push(between(columns.first, dayNumber(firstDay), LAST_DAY));
	// An undated record is not before any day.
	if (lastDay !== undefined) tests.push(between(columns.last, FIRST_DAY, dayNumber(lastDay)));
	if (embedded) tests.push(embeddedTest(store, embedded));
	return tests;
}

/** What each row must satisfy beside its profile; undefined if that is all. */
export function rowTestOf(store: Store, { conditions }: Question): RowTest | undefined {
	const tests = testsOf(store, conditions);
	if (tests.length < 2) return tests[0];
	return (row) => {
		for (const test of tests) if (!test(row)) return false;
		return true;
	};
}
