import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";

@ObjectType({ simpleResolvers: true, description: "One field that a revision changed." })
export class FieldChange {
	@Field(() => String, { description: "Name of the stored field." })
	field: string;
	@Field(() => String, { nullable: true, description: "Value before; null if it was empty." })
	before?: string | null;
	@Field(() => String, { nullable: true, description: "Value after; null if it is empty." })
	after?: string | null;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"One change of a record: who made it, when and why, with the values before and after.",
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
	@Field(() => String, { description: "Who made the change: the subject of the access token." })
	by: string;
	@Field(() => String, { description: "The role of that person." })
	role: string;
	@Field(() => String, { nullable: true, description: "Why, where a reason was given." })
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The field that the reason is about, as mutations name it, for example hours; null where it is about the record as a whole.",
	})
	about?: string | null;
	@Field(() => ID, {
		nullable: true,
		description: "The import that made the change, or that was undone by it; see `importBatches`.",
	})
	batchId?: string | null;
	@Field(() => [FieldChange], { description: "What changed." })
	changes: FieldChange[];
}
