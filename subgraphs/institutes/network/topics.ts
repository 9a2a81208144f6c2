import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { observationsFor } from "../observation/read.ts";
import { Network } from "./type.ts";

/** Lists of statements about a network: the field, the properties of its observations, the description. */
const TOPICS = [
	["goals", "goal", "Goals of the network, with years if a source gives them."],
	["functions", "function", "Purpose of its institutes or centers."],
	["governance", "governance", "How its institutes are governed: members and boards."],
	["definition", "definition", "What one of its centers is."],
	["services", "service", "Public services its centers offer."],
	["operatingBodies", "operating_body", "Bodies that run a center."],
	["fundingChannels", "funding_channel", "Planned funding of a center."],
	["recognitionSteps", "recognition_step", "Steps to recognition."],
	[
		"evaluationRules",
		"evaluation_rule evaluation_annual evaluation_period evaluation_input evaluation_focus evaluation_dimension evaluation_indicator evaluation_grade evaluation_rectification",
		"How its institutes or centers are evaluated: how often, on what, with which grades. `property` says which.",
	],
	["priorityFields", "priority_field", "Fields in which centers are planned."],
	["statutoryAims", "statutory_aim", "Aims set by law."],
	["smeRules", "sme_rule", "Rules for small and medium manufacturers."],
] as const;

/** TypeGraphQL identifies field resolvers by the name of their method, so each topic's method has the name of its field. */
function topic(field: string, properties: string, description: string) {
	class Topic {
		[field]({ id }: Network, context: Context) {
			return observationsFor(context, "network_id", id, properties.split(" "));
		}
	}
	const described = `${description} Numbered.`;
	FieldResolver(() => [Observation], { description: described })(Topic.prototype, field, {});
	Root()(Topic.prototype, field, 0);
	Ctx()(Topic.prototype, field, 1);
	Resolver(() => Network)(Topic);
	return Topic;
}

export const topicResolvers = TOPICS.map(([field, properties, description]) =>
	topic(field, properties, description),
);
