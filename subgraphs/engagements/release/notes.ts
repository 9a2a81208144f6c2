/** What a release rests on. */
export type Basis = "PUBLISHED_CASES" | "REPORTED_RECORDS";

const OF_BASIS: Record<Basis, string[]> = {
	PUBLISHED_CASES: [
		"These are cases that somebody published, such as a success story. They are not a measure of the network: nobody counted what was not published.",
		"Nothing is suppressed, since every record in it is public.",
	],
	REPORTED_RECORDS: [
		"Counts every engagement that centers approved, whether it is public or confidential, in fiscal quarters that the whole network has closed.",
		"A suppressed cell has records, but its figures are withheld, because they or a difference between published figures would reveal too much about a manufacturer.",
		"A figure may differ from live totals: those count public records only, and change every day.",
	],
};

const OF_ALL = [
	"A manufacturer is counted once in each cell, however many engagements it had; so manufacturers do not add up over kinds, quarters, centers or institutes.",
	"An empty cell has no records at all.",
];

const SYNTHETIC =
	"The records are made up, for tests and demonstrations. They say nothing about anybody.";

/** What a reader of the tables has to know. */
export const notesOf = (basis: Basis, synthetic: boolean): string[] => [
	...(synthetic ? [SYNTHETIC] : []),
	...OF_BASIS[basis],
	...OF_ALL,
];
