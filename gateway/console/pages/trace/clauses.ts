import type { FilterName, Filters } from "./filters.ts";

/** Conditions that the sentence says only once they are set or asked for, in the order in which it says them. */
export const CLAUSES = [
	"to",
	"isSmall",
	"naicsSectors",
	"naicsPrefix",
	"hostKinds",
	"hostOrganization",
	"centerStates",
	"sponsors",
	"networkIds",
	"technologyArea",
	"facilityIds",
	"courseIds",
	"technologyIds",
	"embedded",
	"fiscalYears",
	"calendarYears",
	"hasDate",
	"withoutFiscalYear",
	"withoutState",
	"withoutNaics",
	"withoutCenter",
	"withoutInstitute",
] as const satisfies readonly FilterName[];

export type ClauseName = (typeof CLAUSES)[number];

const FLAGS = [
	"isSmall",
	"embedded",
	"hasDate",
	"withoutFiscalYear",
	"withoutState",
	"withoutNaics",
	"withoutCenter",
	"withoutInstitute",
] as const satisfies readonly ClauseName[];

export const TEXTS = [
	"to",
	"naicsPrefix",
	"hostOrganization",
	"technologyArea",
] as const satisfies readonly ClauseName[];

export type FlagName = (typeof FLAGS)[number];
export type TextName = (typeof TEXTS)[number] | "from";

export const isFlag = (name: ClauseName): name is FlagName =>
	(FLAGS as readonly string[]).includes(name);
export const isText = (name: ClauseName): name is (typeof TEXTS)[number] =>
	(TEXTS as readonly string[]).includes(name);

/** The clauses that the sentence says: those that are set, and those just asked for. */
export function clausesOf(filters: Filters, added: readonly ClauseName[]): ClauseName[] {
	return CLAUSES.filter((name) => filters[name]?.length || added.includes(name));
}
