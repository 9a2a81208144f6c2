import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MergedSme } from "../sme/input.ts";
import type { Sme } from "../sme/type.ts";

@ObjectType({
	simpleResolvers: true,
	description: "A merge of two manufacturers that stands: it was not undone.",
})
export class SmeMerge {
	@Field(() => MergedSme, { description: "The manufacturer that was merged." })
	merged: MergedSme;
	/** The one it counts under now. */
	into: Pick<Sme, "id">;
	@Field(() => String, { description: "When it was merged, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, {
		nullable: true,
		description:
			"Who merged them: the subject of the access token; for the center that registered the merged one and for the program office, null for others.",
	})
	by?: string | null;
	@Field(() => String, { nullable: true, description: "Why; null for other centers." })
	reason?: string | null;
	@Field(() => Boolean, {
		description:
			"Whether you may undo it, as far as roles go: for the center that registered the merged one, and for the program office.",
	})
	yours: boolean;
}

@InputType({
	description:
		"Which merges are listed. All given conditions must match; an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class SmeMergeWhere {
	@Field(() => [ID], {
		nullable: true,
		description: "Merges of which either manufacturer is one of these.",
	})
	smeIds?: string[] | null;
}
