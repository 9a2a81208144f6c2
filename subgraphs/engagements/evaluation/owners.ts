import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Ask } from "../../../shared/subgraph/subgraph.ts";

const FIELDS = `id subjectType subjectId property number value text nativeText unit asPrinted printedValue asOf fiscalYear period party
	source { id document section line url readOn } accepted reason seriesBreak doubts { ...Whole } doubt { ...Whole }`;
const DOUBT = `fragment Whole on Doubt { id settled severity what printed right settledBy why documents externalSource }`;

/** What the institutes subgraph knows for an evaluation: the indicators, and each parent's published figures. */
export type Published = { indicatorIds: string[]; figures: Observation[][] };

/** Asks the institutes subgraph, which owns both, in one request. Throws UNAVAILABLE where it cannot be asked. */
export async function askPublished(
	ask: Ask,
	type: "Institute" | "Network",
	ids: readonly string[],
	fiscalYear: number,
): Promise<Published> {
	const list =
		type === "Network"
			? `metrics(fiscalYears: [$year]) { ${FIELDS} }`
			: `observations { ${FIELDS} }`;
	// The text is the same for every year, so that its compiled form is kept.
	const year = type === "Network" ? { declared: ", $year: Int!", given: { year: fiscalYear } } : {};
	const query = `query Published($representations: [_Any!]!${year.declared ?? ""}) { indicators { id } _entities(representations: $representations) { ... on ${type} { figures: ${list} } } } ${DOUBT}`;
	const answer = await ask<{
		indicators: Array<{ id: string }>;
		_entities: Array<{ figures: Observation[] } | null>;
	}>("institutes", query, {
		representations: ids.map((id) => ({ __typename: type, id })),
		...year.given,
	});
	return {
		indicatorIds: answer.indicators.map(({ id }) => id),
		figures: answer._entities.map((entity) => entity?.figures ?? []),
	};
}
