/** One operation: the GraphQL text for every GraphQL peer, and the variables that its calls rotate through. */
export type Operation = {
	name: string;
	query: string;
	/** Path of the list under test, to validate the response. */
	variables: Array<Record<string, unknown>>;
	/** Throws unless `data` has the expected size. */
	check(data: unknown): void;
};

const LATEST = `query Latest($id: ID!) {
	sme(id: $id) { id name engagements(first: 20) { nodes { id kind startedOn center { id name } institute { id name } } } }
}`;
const TRAININGS = `query Trainings {
	mepCenters(first: 60) { nodes { id name engagements(where: { kinds: [TRAINING] }, first: 10) { nodes { id startedOn sme { id name state } } } } }
}`;
const TOTALS = `query Totals { traceTotals(by: [CENTER, KIND]) { kind center { id name } engagementCount smeCount } }`;

function expect(holds: boolean, what: string): void {
	if (!holds) throw new Error(`Not the answer expected: ${what}`);
}

type Nodes<T> = { nodes: T[] };

/** `smeIds`: manufacturers with at least 20 engagements. */
export function operationsOn(smeIds: string[]): Operation[] {
	return [
		{
			name: "sme-latest-20",
			query: LATEST,
			variables: smeIds.map((id) => ({ id })),
			check: (data) =>
				expect(
					(data as { sme: { engagements: Nodes<object> } }).sme.engagements.nodes.length === 20,
					"20 engagements",
				),
		},
		{
			name: "centers-trainings",
			query: TRAININGS,
			variables: [{}],
			check(data) {
				const { nodes } = (data as { mepCenters: Nodes<{ engagements: Nodes<object> }> })
					.mepCenters;
				expect(nodes.length === 51, `51 centers, not ${nodes.length}`);
				expect(
					nodes.some((center) => center.engagements.nodes.length === 10),
					"10 trainings of a center",
				);
			},
		},
		{
			name: "totals-center-kind",
			query: TOTALS,
			variables: [{}],
			check: (data) =>
				expect((data as { traceTotals: object[] }).traceTotals.length > 50, "more than 50 totals"),
		},
	];
}

/** Canonical text of a response: totals and keys are sorted. */
export function normalised(data: unknown): string {
	const sorted = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(sorted);
		if (value === null || typeof value !== "object") return value;
		const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
		return Object.fromEntries(
			entries.map(([key, inner]) => [
				key,
				key === "traceTotals" ? unordered(inner) : sorted(inner),
			]),
		);
	};
	const unordered = (list: unknown) =>
		(list as unknown[]).map((one) => JSON.stringify(sorted(one))).sort();
	return JSON.stringify(sorted(data));
}
