import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
	simpleResolvers: true,
	description:
		"A type or field of the graph that a partner owns: others extend the type by its key, and nobody else defines it.",
})
export class SchemaOwnership {
	@Field(() => ID, { description: "The type, or type and field: Loom or Loom.speed." })
	coordinate: string;
	@Field(() => ID, { description: "The partner that owns it." })
	partnerId: string;
	@Field(() => String, { description: "The subgraph whose version recorded it." })
	subgraph: string;
	@Field(() => Int, { description: "That version." })
	sinceVersion: number;
	@Field(() => String, { description: "Since when, ISO 8601 in UTC." })
	since: string;
}
