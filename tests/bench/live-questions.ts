const COUNTS = "engagementCount smeCount";

/** A question, made new each time by how many groups are asked for, which changes nothing but that no kept answer fits. */
export type Question = { name: string; query: string; most: number };

const question = (name: string, by: string, fields: string, more = "", most = 9000): Question => ({
	name,
	query: `query($first: Int!) { traceTotals(by: [${by}], first: $first${more && `, ${more}`}) { ${fields} } }`,
	most,
});

export const QUESTIONS = [
	question("grand total", "", COUNTS),
	question(
		"center × kind × year",
		"CENTER, KIND, FISCAL_YEAR",
		`center { id } kind fiscalYear ${COUNTS}`,
	),
	question("state × sector", "SME_STATE, NAICS_SECTOR", `smeState naicsSector ${COUNTS}`),
	question(
		"center, four filters",
		"CENTER",
		`center { id } ${COUNTS} hours peopleTrained`,
		'where: { kinds: [TRAINING, ASSISTANCE], smeStates: ["US-GA", "US-OH", "US-CA"], fiscalYears: [2019, 2020], isSmall: true }',
	),
	question("kind, with amounts", "KIND", `kind ${COUNTS} hours peopleTrained`),
	question(
		"center × year, with outcomes",
		"CENTER, FISCAL_YEAR",
		`center { id } fiscalYear ${COUNTS} outcomes { metric value reports }`,
		"",
		700,
	),
	question(
		"the manufacturers with most engagements",
		"SME",
		`sme { id } ${COUNTS}`,
		"orderBy: ENGAGEMENT_COUNT_DESC",
		100,
	),
];

export const ONE = question(
	"one kind of one center, beside 7 others",
	"",
	COUNTS,
	'where: { centerIds: ["ga-mep"], kinds: [EVENT] }',
);

/** Asks a question; how long it took. */
export type Ask = (question: Question, turn: number) => Promise<number>;

/** Asks so many times from `clients` clients, each waiting for its answer; the times it took. */
export async function times(
	ask: Ask,
	clients: number,
	requests: number,
	of: (turn: number) => [Question, number],
): Promise<number[]> {
	const took: number[] = [];
	let turn = 0;
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (turn < requests) took.push(await ask(...of(turn++)));
		}),
	);
	return took;
}
