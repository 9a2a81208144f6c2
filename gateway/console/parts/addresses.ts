/** Where the profile of a record is, by its GraphQL type. */
const FOLDERS = {
	Institute: "institutes",
	MepCenter: "centers",
	Sme: "manufacturers",
	Facility: "facilities",
	Course: "courses",
	Technology: "technologies",
	Network: "networks",
} as const;

export type RecordType = keyof typeof FOLDERS;

export function addressOf(type: RecordType, id: string): string {
	return `/${FOLDERS[type]}/${encodeURIComponent(id)}`;
}
