import type { FigureFieldsFragment, NetworkRulesQuery } from "../../graphql/graphql.ts";

type Network = NonNullable<NetworkRulesQuery["network"]>;

/** What documents say of a network, topic by topic, in the order of the page. */
export const TOPICS = [
	"definition",
	"goals",
	"statutoryAims",
	"functions",
	"services",
	"smeRules",
	"governance",
	"operatingBodies",
	"fundingChannels",
	"priorityFields",
	"recognitionSteps",
	"evaluationRules",
] as const;

/** The topics of which documents say something. */
export function topicsOf(
	network: Network,
): Array<{ topic: (typeof TOPICS)[number]; told: FigureFieldsFragment[] }> {
	return TOPICS.map((topic) => ({ topic, told: network[topic] })).filter(
		({ told }) => told.length > 0,
	);
}
