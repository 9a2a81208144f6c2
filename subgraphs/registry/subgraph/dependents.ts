/** A version that is active or a canary, of a subgraph that is not suspended. */
export type Candidate = {
	subgraph: string;
	partnerId: string;
	version: number;
	/** Whether everybody gets it: others build on nothing that only some consumers have. */
	forAll: boolean;
	/** Types that it resolves by a key, its partner's and others'. */
	entityTypes: readonly string[];
};

/** Versions that wait, with the types of other partners that nobody serves now. */
export type Waiting<Version extends Candidate> = { version: Version; missing: string[] };

/**
 * Splits versions into those that can be served and those that wait: a version that extends a type of another partner
 * is served while that partner serves the type. `ownerOf`: partner that owns a type; undefined for the hub's.
 */
export function withoutDependents<Version extends Candidate>(
	versions: readonly Version[],
	ownerOf: (type: string) => string | undefined,
): { served: Version[]; waiting: Waiting<Version>[] } {
	let served = [...versions];
	const waiting: Waiting<Version>[] = [];
	for (;;) {
		const provided = new Set(
			served.flatMap(({ partnerId, entityTypes, forAll }) =>
				forAll ? entityTypes.filter((type) => ownerOf(type) === partnerId) : [],
			),
		);
		const next = served.filter((version) => {
			const missing = version.entityTypes.filter((type) => {
				const owner = ownerOf(type);
				return owner !== undefined && owner !== version.partnerId && !provided.has(type);
			});
			if (missing.length > 0) waiting.push({ version, missing });
			return missing.length === 0;
		});
		if (next.length === served.length) return { served, waiting };
		// What waits provides nothing to others either.
		served = next;
	}
}
