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

/** Where a record is shown: the trace of it alone, as records have no pages of their own. */
export function addressOf(type: RecordType, id: string) {
	return { to: "/trace", search: { [CONDITIONS[type]]: id } } as const;
}
