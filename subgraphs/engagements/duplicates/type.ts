import { Field, Float, ID, InputType, ObjectType } from "type-graphql";
import { ALIKE } from "../name-matching/likeness.ts";
import type { Sme } from "../sme/type.ts";

@ObjectType({
	simpleResolvers: true,
	description: "A declaration that two manufacturers which look alike are not the same.",
})
export class DistinctMark {
	@Field(() => String, { description: "When it was made, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, {
		nullable: true,
		description:
			"Who made it: the subject of the access token; null for other centers than that person's.",
	})
	by?: string | null;
	@Field(() => String, { nullable: true, description: "Why; null for other centers." })
	reason?: string | null;
	@Field(() => Boolean, {
		description: "Whether you may take it back: for its own center and the program office.",
	})
	yours: boolean;
}

@ObjectType({
	simpleResolvers: true,
	description: "Two manufacturers that may be the same.",
})
export class DuplicatePair {
	/** Both, in the order of their ids. */
	smes: Array<Pick<Sme, "id">>;
	@Field(() => Float, {
		nullable: true,
		description: `How likely they are the same, ${ALIKE} to 1; null if they are less likely than that.`,
	})
	score?: number | null;
	@Field(() => [String], {
		description:
			"Why they may be the same: one sentence about the names, the places and the identifiers.",
	})
	reasons: string[];
	@Field(() => DistinctMark, {
		nullable: true,
		description: "Who declared that they are not the same; null if nobody did.",
	})
	distinct?: DistinctMark | null;
}

@InputType({
	description:
		"Which pairs are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class DuplicatePairWhere {
	@Field(() => [ID], { nullable: true, description: "Pairs of which one is among these." })
	smeIds?: string[] | null;
	@Field(() => [String], {
		nullable: true,
		description: "Pairs of which one is in one of these states, ISO 3166-2, for example US-GA.",
	})
	states?: string[] | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only pairs that were marked distinct, however alike. false: only others. Without it: others.",
	})
	distinct?: boolean | null;
}
