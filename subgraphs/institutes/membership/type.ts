import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Money, Observation, Source } from "../../../shared/provenance/provenance.ts";

export enum EntitlementLevel {
	INCLUDED = "INCLUDED",
	FEE = "FEE",
	NONE = "NONE",
}
registerEnumType(EntitlementLevel, {
	name: "EntitlementLevel",
	description: "How far a tier of membership entitles to something.",
	valuesConfig: {
		INCLUDED: { description: "Included in the dues." },
		FEE: { description: "To be had for a fee." },
		NONE: { description: "Not to be had in this tier." },
	},
});

@ObjectType({ simpleResolvers: true, description: "What a tier of membership gives a right to." })
export class Entitlement {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => String, { description: "The right, for example rd_facility_use." })
	right: string;
	@Field(() => EntitlementLevel, { description: "How far." })
	level: EntitlementLevel;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
}

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A tier of an institute's membership." })
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
	@Field(() => String, { nullable: true, description: "What else the source says." })
	note?: string | null;
	@Field(() => Source, { description: "Where the dues were read." })
	source: Source;
	instituteId: string;
}

@ObjectType({ simpleResolvers: true, description: "How many members an institute has, and which." })
export class MemberSummary {
	@Field(() => Observation, { nullable: true, description: "The count of the latest date." })
	latest?: Observation | null;
	@Field(() => [Observation], {
		description: "Counts by kind of member, where a source gives them; `party` is the kind.",
	})
	mix: Observation[];
	@Field(() => [Observation], {
		description: "All counts, earliest first. They come from other sources and definitions.",
	})
	history: Observation[];
}
