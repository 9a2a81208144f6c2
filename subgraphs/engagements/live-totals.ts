import type { Sight } from "./policy.ts";

/** What totals can be grouped by, as `TraceDimension` names it. */
export type Dimension =
	| "KIND"
	| "CENTER"
	| "INSTITUTE"
	| "SME"
	| "SME_STATE"
	| "NAICS_SECTOR"
	| "FISCAL_YEAR"
	| "CALENDAR_YEAR";

/** In which order, as `TraceTotalOrder` names it. */
export type Order =
	| "GROUP_ASC"
	| "SME_COUNT_DESC"
	| "SME_COUNT_ASC"
	| "ENGAGEMENT_COUNT_DESC"
	| "ENGAGEMENT_COUNT_ASC"
	| "HOURS_DESC"
	| "PEOPLE_TRAINED_DESC";

/** When a center had staff embedded at an institute; days, null where open. */
type Period = {
	centerId: string;
	instituteId: string;
	firstDay: string | null;
	lastDay: string | null;
};

/** Conditions on engagements, all of which must hold; an undefined one holds for all. The same as those of a scope. */
export type Conditions = {
	kinds?: string[];
	/** After merges. */
	smeIds?: string[];
	centerIds?: string[];
	instituteIds?: string[];
	facilityIds?: string[];
	courseIds?: string[];
	technologyIds?: string[];
	smeStates?: string[];
	withoutState?: boolean;
	naicsPrefix?: string;
	naicsSectors?: string[];
	withoutNaics?: boolean;
	isSmall?: boolean;
	/** Days, "2018-03-07". */
	firstDay?: string;
	lastDay?: string;
	fiscalYears?: number[];
	calendarYears?: number[];
	hasDate?: boolean;
	withoutFiscalYear?: boolean;
	withoutCenter?: boolean;
	withoutInstitute?: boolean;
	embedded?: { wanted: boolean; periods: Period[] };
};

/** A request for totals over the established engagements that somebody may see. */
export type Question = {
	sight: Sight;
	conditions: Conditions;
	/** Each at most once. */
	by: Dimension[];
	orderBy: Order;
	/** The first groups in that order. */
	limit: number;
	withOutcomes: boolean;
	/** Whether hours and people are wanted; without, the answer has none. */
	withAmounts: boolean;
};

/** A state of the database: the last of its revisions, and how often many records were written without revisions. */
export type Place = { seq: number; bulk: number };

/** What an outcome total is of. */
export type OutcomeKind = { metric: string; currency: string | null; verification: string };

export type OutcomeTotalRow = OutcomeKind & {
	value: number;
	/** How many outcome reports the sum is of. */
	reports: number;
};

/** Values of which each is `values[codes[at]]`. */
export type Coded<T> = { values: T[]; codes: Uint32Array };

/**
 * The totals of groups, a column each, which pass from one thread to another much faster than an object a group. Amounts
 * that nobody states are NaN.
 */
export type GroupTotals = {
	/** For each of the question's dimensions, the value of each group. */
	values: Coded<string | number | null>[];
	smes: Uint32Array;
	engagements: Uint32Array;
	hours: Float64Array;
	people: Float64Array;
	/** Outcome totals, those of a group one after another; `groups` are the places of their groups. */
	outcomes?: {
		groups: Uint32Array;
		kinds: Coded<OutcomeKind>;
		value: Float64Array;
		reports: Uint32Array;
	};
};

/** What answers now: the columns, as they are at a place, or SQL, at a version of the database. */
export type Standing = { place: Place } | { version: number | string };

/** Totals from memory (`columns/`). */
export type LiveTotals = {
	/** Asks the database where it is. From the first time that it has many engagements on, the columns are loaded. */
	standing(): Promise<Standing>;
	/** Totals at a place or later; undefined if SQL must answer. */
	totals(place: Place, question: Question): Promise<GroupTotals | undefined>;
	close(): Promise<void>;
};
