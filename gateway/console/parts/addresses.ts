import { PATHS } from "./paths.ts";

/** The condition of a trace that says a record, by its GraphQL type. */
const CONDITIONS = {
	Institute: "instituteIds",
	MepCenter: "centerIds",
	Sme: "smeIds",
	Facility: "facilityIds",
	Course: "courseIds",
	Technology: "technologyIds",
	Network: "networkIds",
} as const;

export type RecordType = keyof typeof CONDITIONS;

/** The pages of records that have one. */
const PAGES = {
	Institute: PATHS.institute,
	MepCenter: PATHS.center,
	Network: PATHS.network,
	Sme: PATHS.manufacturer,
	Facility: PATHS.facility,
	Course: PATHS.course,
	Technology: PATHS.technology,
} as const;

type Shown = keyof typeof PAGES;

const isShown = (type: RecordType): type is Shown => Object.hasOwn(PAGES, type);

/** The trace of one record alone. */
export function traceOf(type: RecordType, id: string) {
	return { to: PATHS.trace, search: { [CONDITIONS[type]]: id } } as const;
}

/** Where a record is shown: its page, or the trace of it alone. */
export function addressOf(type: RecordType, id: string) {
	return isShown(type) ? ({ to: PAGES[type], params: { id } } as const) : traceOf(type, id);
}
