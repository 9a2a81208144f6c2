import type { HostKind } from "../../graphql/graphql.ts";
import { KINDS } from "../../parts/kinds.ts";

export const HOST_KINDS = [
	"UNIVERSITY",
	"COLLEGE_SYSTEM",
	"STATE_AGENCY",
] as const satisfies readonly HostKind[];

const DATE = /^\d{4}(-\d\d){0,2}$/;
const YEAR = /^(19|20)\d\d$/;
const STATE = /^US-[A-Z]{2}$/;
const ID = /^[\w.~-]{1,120}$/;
const SECTOR = /^\d\d(-\d\d)?$/;
const NAICS = /^(\d{2,6}|\d\d-\d\d)$/;
const TEXT = /^\P{Cc}{1,100}$/u;
const FLAG = /^(true|false)$/;
const oneOf = (words: readonly string[]) => new RegExp(`^(${words.join("|")})$`);

type Filter = {
	/** What each value must look like. */
	is: RegExp;
	/** Several values mean any of them; otherwise there is one. */
	many?: true;
	/** Part of TraceWhere in which it stands, with another name there if it differs. */
	in?: ["institute" | "center", string];
	as?: "number" | "flag";
};

/** All that TraceWhere can say, by name in the address. */
export const FILTERS = {
	smeIds: { is: ID, many: true },
	smeStates: { is: STATE, many: true },
	kinds: { is: oneOf(KINDS), many: true },
	centerIds: { is: ID, many: true },
	instituteIds: { is: ID, many: true },
	from: { is: DATE },
	to: { is: DATE },
	hostKinds: { is: oneOf(HOST_KINDS), many: true, in: ["center", "hostKinds"] },
	hostOrganization: { is: TEXT, in: ["center", "hostOrganization"] },
	centerStates: { is: STATE, many: true, in: ["center", "states"] },
	sponsors: { is: ID, many: true, in: ["institute", "sponsors"] },
	networkIds: { is: ID, many: true, in: ["institute", "networkIds"] },
	technologyArea: { is: TEXT, in: ["institute", "technologyArea"] },
	facilityIds: { is: ID, many: true },
	courseIds: { is: ID, many: true },
	technologyIds: { is: ID, many: true },
	isSmall: { is: FLAG, as: "flag" },
	naicsSectors: { is: SECTOR, many: true },
	naicsPrefix: { is: NAICS },
	fiscalYears: { is: YEAR, many: true, as: "number" },
	calendarYears: { is: YEAR, many: true, as: "number" },
	embedded: { is: FLAG, as: "flag" },
	hasDate: { is: FLAG, as: "flag" },
	withoutFiscalYear: { is: FLAG, as: "flag" },
	withoutState: { is: FLAG, as: "flag" },
	withoutNaics: { is: FLAG, as: "flag" },
	withoutCenter: { is: FLAG, as: "flag" },
	withoutInstitute: { is: FLAG, as: "flag" },
} satisfies Record<string, Filter>;

export type FilterName = keyof typeof FILTERS;

/** Of each filter that is set, its values. */
export type Filters = Partial<Record<FilterName, string[]>>;

export function filterOf(name: FilterName): Filter {
	return FILTERS[name];
}

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];
