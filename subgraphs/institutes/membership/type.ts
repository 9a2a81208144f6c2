import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import { Node } from "../../../shared/node.ts";
import { Money, Observation, Source } from "../../../shared/provenance/provenance.ts";
import { AS_PARENT, REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A right that a tier of membership includes.",
})
export class Entitlement {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => String, { description: "The right, for example rd_facility_use." })
	right: string;
	@Field(() => EntitlementLevel, { description: "To what extent." })
	level: EntitlementLevel;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive('@key(fields: "id")')
@Directive(REFERENCE_DATA)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "A tier of an institute's membership.",
})
export class MembershipTier {
	@Field(() => ID, { description: "Slug of the tier, for example america-makes-gold." })
	id: string;
	@Field(() => String, { description: "Name." })
	name: string;
	@Field(() => String, { nullable: true, description: "Name in Chinese, as printed." })
	nativeName?: string | null;
	@Field(() => Int, { description: "1 for the highest." })
	rank: number;
	@Field(() => Money, { nullable: true, description: "Dues a year." })
	dues?: Money | null;
	@Field(() => String, { nullable: true, description: "Dues as the source prints them." })
	asPrinted?: string | null;
	@Field(() => String, { nullable: true, description: "Further notes from the source." })
	note?: string | null;
	@Field(() => Source, { description: "Where the dues were read." })
	source: Source;
	instituteId: string;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "How many members an institute or network has, and of what kind.",
})
export class MemberSummary {
	@Field(() => Observation, { nullable: true, description: "The count of the latest date." })
	latest?: Observation | null;
	@Field(() => [Observation], {
		description: "Counts by kind of member, where a source gives them; `party` is the kind.",
	})
	mix: Observation[];
	@Field(() => Observation, {
		nullable: true,
		description: "SMEs among the industry members, of the latest year that a source gives it for.",
	})
	smeShare?: Observation | null;
	@Field(() => Observation, {
		nullable: true,
		description:
			"Small firms among the manufacturers, of the latest year that a source gives it for. Another measure than `smeShare`: the two make no series.",
	})
	smallManufacturerShare?: Observation | null;
	@Field(() => [Observation], {
		description:
			"All counts, earliest first. They come from several sources; `seriesBreak` says where the definition is known to change.",
	})
	history: Observation[];
}
