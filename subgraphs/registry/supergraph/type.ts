import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
	simpleResolvers: true,
	description: "A partner's subgraph in a supergraph, and its version.",
})
export class SupergraphPart {
	@Field(() => String, { description: "Name of the subgraph." })
	name: string;
	@Field(() => Int, { description: "Its version; 0 for the hub's own." })
	version: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "A supergraph that the hub has served: all subgraphs as one.",
})
export class SupergraphVersion {
	@Field(() => ID, { description: "Counts up; later ones were served later." })
	version: number;
	@Field(() => String, { description: "sha-256 of its text, base64url." })
	hash: string;
	@Field(() => String, { description: "Since when it was served, ISO 8601 in UTC." })
	servedAt: string;
	@Field(() => [SupergraphPart], { description: "What it was composed of." })
	parts: SupergraphPart[];
	@Field(() => String, {
		description:
			"The supergraph itself, as composed for a federation gateway; any that reads Federation 2 can serve it. Addresses of subgraphs stand in it for HUB_ADMIN and PROGRAM_OFFICE only.",
	})
	sdl: string;
}
