import type { Conditions, Question } from "../live-totals.ts";
import type { Dictionary } from "./dictionary.ts";
import { type Coded, dayNumber } from "./engagement-columns.ts";
import type { Store } from "./store.ts";

type Period = { first: number; last: number };

/** What a row must satisfy, with the conditions that are not given left out. */
export type RowTests = {
	/** The code in each of these columns must be allowed. */
	lookups: Array<{ codes: Uint16Array; allowed: Uint8Array }>;
	/** Seen although it is not public: the code of the viewer's center, undefined where everything is seen. */
	own?: number;
	open: Uint16Array;
	center: Uint16Array;
	institute: Uint16Array;
	first: Uint32Array;
	last: Uint32Array;
	from: number;
	to: number;
	/** Periods by center and institute (`pairOf`). */
	embedded?: { wanted: boolean; periods: Map<number, Period[]> };
};

const NO_CENTER = -1;
const ALWAYS = 99_999_999;

const pairOf = (center: number, institute: number) => center * 65_536 + institute;

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

const LISTED: Array<
	[
		Coded,
		keyof Conditions & `${string}s`,
		("withoutCenter" | "withoutInstitute" | "withoutFiscalYear")?,
	]
> = [
	["kind", "kinds"],
	["center", "centerIds", "withoutCenter"],
	["institute", "instituteIds", "withoutInstitute"],
	["facility", "facilityIds"],
	["course", "courseIds"],
	["technology", "technologyIds"],
	["fiscalYear", "fiscalYears", "withoutFiscalYear"],
];

function embeddedTest(
	{ dictionaries }: Store,
	embedded: NonNullable<Conditions["embedded"]>,
): NonNullable<RowTests["embedded"]> {
	const periods = new Map<number, Period[]>();
	for (const { centerId, instituteId, firstDay, lastDay } of embedded.periods) {
		const center = dictionaries.center.codes.get(centerId);
		const institute = dictionaries.institute.codes.get(instituteId);
		if (center === undefined || institute === undefined || firstDay === null) continue;
		const pair = pairOf(center, institute);
		const last = lastDay === null ? ALWAYS : dayNumber(lastDay);
		periods.set(pair, [...(periods.get(pair) ?? []), { first: dayNumber(firstDay), last }]);
	}
	return { wanted: embedded.wanted, periods };
}

export function rowTestsOf(store: Store, { sight, conditions }: Question): RowTests {
	const { dictionaries, engagements } = store;
	const { columns } = engagements;
	const lookups: RowTests["lookups"] = [];
	const add = (column: Coded, allowed: Uint8Array | undefined) => {
		if (allowed) lookups.push({ codes: columns[column], allowed });
	};
	for (const [column, listed, without] of LISTED)
		add(
			column,
			allowedCodes(
				dictionaries[column],
				conditions[listed] as string[] | undefined,
				without && conditions[without],
			),
		);
	// A day is missing exactly where its year is.
	const undated = conditions.hasDate === undefined ? undefined : !conditions.hasDate;
	add("calendarYear", allowedCodes(dictionaries.calendarYear, conditions.calendarYears, undated));
	const { firstDay, lastDay, embedded } = conditions;
	const tests: RowTests = {
		lookups,
		open: columns.open,
		center: columns.center,
		institute: columns.institute,
		first: columns.first,
		last: columns.last,
		from: firstDay === undefined ? 0 : dayNumber(firstDay),
		to: lastDay === undefined ? ALWAYS : dayNumber(lastDay),
		embedded: embedded && embeddedTest(store, embedded),
	};
	if (lastDay !== undefined) tests.from = Math.max(tests.from, 1);
	if (sight !== "ALL")
		tests.own =
			sight === "PUBLIC" ? NO_CENTER : (dictionaries.center.codes.get(sight.center) ?? NO_CENTER);
	return tests;
}

function isEmbedded(
	{ center, institute, first, last }: RowTests,
	periods: Map<number, Period[]>,
	row: number,
): boolean {
	const found = periods.get(pairOf(center[row] as number, institute[row] as number));
	if (!found) return false;
	const [from, to] = [first[row] as number, last[row] as number];
	return found.some((period) => from >= period.first && to <= period.last);
}

/** Whether a row counts. */
export function passes(tests: RowTests, row: number): boolean {
	const { own, lookups } = tests;
	if (own !== undefined && tests.open[row] !== 1 && tests.center[row] !== own) return false;
	for (let at = 0; at < lookups.length; at++) {
		const { codes, allowed } = lookups[at] as (typeof lookups)[number];
		if (allowed[codes[row] as number] !== 1) return false;
	}
	if ((tests.first[row] as number) < tests.from) return false;
	if ((tests.last[row] as number) > tests.to) return false;
	const { embedded } = tests;
	return !embedded || isEmbedded(tests, embedded.periods, row) === embedded.wanted;
}
