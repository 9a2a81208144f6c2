import { type ClassType, Directive, Field, ID, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";

/** A type of another subgraph to which this one adds no field, for `node`. */
function stubOf(name: string): ClassType<Node> {
	@Directive('@key(fields: "id", resolvable: false)')
	@ObjectType(name, { implements: Node })
	class Stub extends Node {
		// Without a description, so that the owner's stands.
		@Field(() => ID)
		override id: string;
	}
	return Stub;
}

export const stubs = [
	"Agency",
	"Award",
	"Embedding",
	"Entitlement",
	"Project",
	"ProjectCall",
	"RoadmapArea",
	"SourceDocument",
].map(stubOf);
