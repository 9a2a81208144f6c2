import { codeOf, createDictionary, type Dictionary } from "./dictionary.ts";
import { type Profiled, type Profiles, profileOf } from "./profiles.ts";

/** Columns that hold codes of a dictionary; those of `profiles.ts` are in the profile of an engagement. */
const DETAILS = ["facility", "course", "technology"] as const;

export type Detail = (typeof DETAILS)[number];

/** The established engagements, a row each; 31 bytes. */
export type EngagementColumns = Record<Detail, Uint16Array> & {
	/** The number of its profile. */
	profile: Uint32Array;
	/** Days as numbers, 20180307; 0 if undated. */
	first: Uint32Array;
	last: Uint32Array;
	/** 1 if it states hours, 2 if people, 3 if both; what is not stated is 0. */
	stated: Uint8Array;
	hours: Float64Array;
	people: Int32Array;
};

type Coded = Detail | Exclude<Profiled, "open">;
export type Dictionaries = Record<Coded | "state" | "naics", Dictionary>;

const PROFILED = ["kind", "center", "institute", "fiscalYear", "calendarYear"] as const;

export function createDictionaries(): Dictionaries {
	const names = [...PROFILED, ...DETAILS, "state", "naics"] as const;
	return Object.fromEntries(names.map((name) => [name, createDictionary()])) as Dictionaries;
}

export function createColumns(capacity: number): EngagementColumns {
	const coded = Object.fromEntries(DETAILS.map((name) => [name, new Uint16Array(capacity)]));
	return {
		...(coded as Record<Detail, Uint16Array>),
		profile: new Uint32Array(capacity),
		first: new Uint32Array(capacity),
		last: new Uint32Array(capacity),
		stated: new Uint8Array(capacity),
		hours: new Float64Array(capacity),
		people: new Int32Array(capacity),
	};
}

/** An established engagement as `queries.ts` reads it. */
export type EngagementRead = {
	id: string;
	sme_id: string;
	kind: string;
	center_id: string | null;
	institute_id: string | null;
	facility_id: string | null;
	course_id: string | null;
	technology_id: string | null;
	fiscal_year: number | null;
	started_first: string;
	started_last: string;
	hours: number | null;
	people_trained: number | null;
	visibility: string;
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOST_PEOPLE = 2 ** 31 - 1;

/** "2018-03-07" → 20180307, "" → 0. Throws a RangeError for anything else. */
export function dayNumber(day: string): number {
	if (day === "") return 0;
	if (!DAY.test(day)) throw new RangeError(`"${day}" is not a day`);
	return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
}

const yearText = (year: number | null) => (year === null ? null : String(year));

/** Throws a RangeError for a value that the columns cannot hold exactly. */
function peopleOf(people: number | null): number {
	if (people === null) return 0;
	if (!Number.isInteger(people) || people < 0 || people > MOST_PEOPLE)
		throw new RangeError(`${people} is not a number of people`);
	return people;
}

/** Writes an engagement into a row. Throws a RangeError for a value that the columns cannot hold exactly. */
export function writeEngagement(
	columns: EngagementColumns,
	at: number,
	read: EngagementRead,
	dictionaries: Dictionaries,
	profiles: Profiles,
): void {
	const calendarYear = read.started_first === "" ? null : read.started_first.slice(0, 4);
	columns.profile[at] = profileOf(profiles, {
		kind: codeOf(dictionaries.kind, read.kind),
		center: codeOf(dictionaries.center, read.center_id),
		institute: codeOf(dictionaries.institute, read.institute_id),
		fiscalYear: codeOf(dictionaries.fiscalYear, yearText(read.fiscal_year)),
		calendarYear: codeOf(dictionaries.calendarYear, calendarYear),
		open: read.visibility === "PUBLIC" ? 1 : 0,
	});
	columns.facility[at] = codeOf(dictionaries.facility, read.facility_id);
	columns.course[at] = codeOf(dictionaries.course, read.course_id);
	columns.technology[at] = codeOf(dictionaries.technology, read.technology_id);
	columns.first[at] = dayNumber(read.started_first);
	columns.last[at] = dayNumber(read.started_last);
	columns.stated[at] = (read.hours === null ? 0 : 1) + (read.people_trained === null ? 0 : 2);
	columns.hours[at] = read.hours ?? 0;
	columns.people[at] = peopleOf(read.people_trained);
}
