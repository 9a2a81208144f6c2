import { Field, ID, InputType, Int } from "type-graphql";

@InputType({
	description: "A record that the partner's server knows, to be asked for in the check.",
})
export class ProbeSampleInput {
	@Field(() => String, { description: "Type of the record, for example Sme." })
	type: string;
	@Field(() => ID, { description: "Value of its key field." })
	id: string;
}

@InputType({ description: "A subgraph as a partner wants to serve it." })
export class PublishSubgraphInput {
	@Field(() => ID, { description: "The partner." })
	partnerId: string;
	@Field(() => String, { description: "Name of the subgraph, for example credentials." })
	name: string;
	@Field(() => String, { description: "Its schema, Federation 2, as text; at most a megabyte." })
	schema: string;
	@Field(() => String, {
		description: "Where its server answers GraphQL, for example https://api.example.org/graphql.",
	})
	url: string;
	@Field(() => [ProbeSampleInput], {
		nullable: true,
		description: "Records to ask for in the check, beside made-up ones; at most 20.",
	})
	samples?: ProbeSampleInput[] | null;
}

@InputType({ description: "Which version is to be served, and to whom first." })
export class ActivateSubgraphInput {
	@Field(() => String, { description: "Name of the subgraph." })
	name: string;
	@Field(() => Int, { nullable: true, description: "The version; the newest where left out." })
	version?: number | null;
	@Field(() => Int, {
		nullable: true,
		description:
			"Percent of consumers that get it first, 1 to 100; where left out 10, or 100 where nothing of the subgraph is served yet. It is watched at 100 too, and rolled back where it fails.",
	})
	share?: number | null;
	@Field(() => [String], {
		nullable: true,
		description: "Consumers that get it first, by name, in place of a share.",
	})
	consumers?: string[] | null;
}
