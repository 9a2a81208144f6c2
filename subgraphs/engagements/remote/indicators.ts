import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";
import { DOUBT_FRAGMENT, OBSERVATION_FIELDS } from "./observations.ts";

/** The indicators, and the published figures of each parent. */
export type Published = { indicatorIds: string[]; figures: Observation[][] };

/**
 * Asks the institutes subgraph in one request, for figures of all years: the answer also says whether other years have
 * one. Throws UNAVAILABLE where it cannot be reached.
 */
export async function askPublished(
	ask: SubgraphClient,
	type: "Institute" | "Network",
	ids: readonly string[],
	properties: readonly string[],
): Promise<Published> {
	const list =
		type === "Network" ? `metrics(metrics: ${JSON.stringify(properties)})` : "observations";
	const query = `query Published($representations: [_Any!]!) { indicators { id } _entities(representations: $representations) { ... on ${type} { figures: ${list} { ${OBSERVATION_FIELDS} } } } } ${DOUBT_FRAGMENT}`;
	const answer = await ask<{
		indicators: Array<{ id: string }>;
		_entities: Array<{ figures: Observation[] } | null>;
	}>("institutes", query, { representations: ids.map((id) => ({ __typename: type, id })) });
	return {
		indicatorIds: answer.indicators.map(({ id }) => id),
		figures: answer._entities.map((entity) => entity?.figures ?? []),
	};
}
