import type { Conditions, Question } from "../live-totals.ts";
import type { Sight } from "../policy.ts";
import type { Dictionary } from "./dictionary.ts";
import { type Coded, dayNumber, type EngagementColumns } from "./engagement-columns.ts";
import type { Store } from "./store.ts";

/** Sets `keep` to 0 for those rows from `from` on that do not count. */
export type RowTest = (keep: Uint8Array, from: number, rows: number) => void;

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

function lookup(codes: Uint16Array, allowed: Uint8Array): RowTest {
	return (keep, from, rows) => {
		for (let at = 0; at < rows; at++)
			(keep[at] as number) &= allowed[codes[from + at] as number] as number;
	};
}

/** What somebody sees who does not see everything. */
function visible({ open, center }: EngagementColumns, own: number): RowTest {
	return (keep, from, rows) => {
		for (let at = 0; at < rows; at++)
			if (open[from + at] !== 1 && center[from + at] !== own) keep[at] = 0;
	};
}

function between(days: Uint32Array, least: number, most: number): RowTest {
	return (keep, from, rows) => {
		for (let at = 0; at < rows; at++) {
			const day = days[from + at] as number;
			if (day < least || day > most) keep[at] = 0;
		}
	};
}

const FIRST_DAY = 1;
const LAST_DAY = 99_999_999;
const pairOf = (center: number, institute: number) => center * 65_536 + institute;

/** Whether they were delivered by a center and an institute while the center had staff there. */
function embeddedTest(
	{ dictionaries, engagements }: Store,
	embedded: NonNullable<Conditions["embedded"]>,
): RowTest {
	const { center, institute, first, last } = engagements.columns;
	const periods = new Map<number, Array<[from: number, to: number]>>();
	for (const { centerId, instituteId, firstDay, lastDay } of embedded.periods) {
		const [one, other] = [
			dictionaries.center.codes.get(centerId),
			dictionaries.institute.codes.get(instituteId),
		];
		if (one === undefined || other === undefined || firstDay === null) continue;
		const pair = pairOf(one, other);
		const period: [number, number] = [
			dayNumber(firstDay),
			lastDay === null ? LAST_DAY : dayNumber(lastDay),
		];
		periods.set(pair, [...(periods.get(pair) ?? []), period]);
	}
	return (keep, from, rows) => {
		for (let at = 0; at < rows; at++) {
			const row = from + at;
			const found = periods.get(pairOf(center[row] as number, institute[row] as number));
			const within = found?.some(
				([begin, end]) => (first[row] as number) >= begin && (last[row] as number) <= end,
			);
			if ((within ?? false) !== embedded.wanted) keep[at] = 0;
		}
	};
}

const NO_CENTER = -1;

function sightTest({ dictionaries, engagements }: Store, sight: Sight): RowTest[] {
	if (sight === "ALL") return [];
	const own = sight === "PUBLIC" ? undefined : dictionaries.center.codes.get(sight.center);
	return [visible(engagements.columns, own ?? NO_CENTER)];
}

function dayTests(
	{ first, last }: EngagementColumns,
	{ firstDay, lastDay }: Conditions,
): RowTest[] {
	const tests: RowTest[] = [];
	if (firstDay !== undefined) tests.push(between(first, dayNumber(firstDay), LAST_DAY));
	// An undated record is not before any day.
	if (lastDay !== undefined) tests.push(between(last, FIRST_DAY, dayNumber(lastDay)));
	return tests;
}

/** What each row must satisfy. */
export function rowTestsOf(store: Store, { sight, conditions }: Question): RowTest[] {
	const { dictionaries } = store;
	const { columns } = store.engagements;
	const { embedded, hasDate } = conditions;
	const listed = (
		column: Coded,
		wanted: ReadonlyArray<string | number> | undefined,
		without?: boolean,
	): RowTest[] => {
		const allowed = allowedCodes(dictionaries[column], wanted, without);
		return allowed ? [lookup(columns[column], allowed)] : [];
	};
	return [
		...sightTest(store, sight),
		...listed("kind", conditions.kinds),
		...listed("center", conditions.centerIds, conditions.withoutCenter),
		...listed("institute", conditions.instituteIds, conditions.withoutInstitute),
		...listed("facility", conditions.facilityIds),
		...listed("course", conditions.courseIds),
		...listed("technology", conditions.technologyIds),
		...listed("fiscalYear", conditions.fiscalYears, conditions.withoutFiscalYear),
		// A date is missing exactly where its year is.
		...listed("calendarYear", conditions.calendarYears, hasDate === undefined ? hasDate : !hasDate),
		...dayTests(columns, conditions),
		...(embedded ? [embeddedTest(store, embedded)] : []),
	];
}
