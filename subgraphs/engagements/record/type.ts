import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";

@ObjectType({ simpleResolvers: true, description: "One field that a revision changed." })
export class FieldChange {
	@Field(() => String, { description: "The field, as it is stored." })
	field: string;
	@Field(() => String, { nullable: true, description: "Before; null where it was empty." })
	before?: string | null;
	@Field(() => String, { nullable: true, description: "After; null where it is empty." })
	after?: string | null;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "One change of a record: who, when, what before and after, and why.",
})
export class Revision {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Int, { description: "1 for the first." })
	revision: number;
	@Field(() => String, { description: "What was done: logged, submitted, approved …" })
	action: string;
	@Field(() => String, { description: "When, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, { description: "Who, as the access token named them." })
	by: string;
	@Field(() => String, { description: "In which role." })
	role: string;
	@Field(() => String, { nullable: true, description: "Why, where a reason was given." })
	reason?: string | null;
	@Field(() => ID, {
		nullable: true,
		description: "The import that made the change, or whose undoing did; see `importBatches`.",
	})
	batchId?: string | null;
	@Field(() => [FieldChange], { description: "What changed." })
	changes: FieldChange[];
}
