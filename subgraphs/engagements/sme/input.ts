import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ALIKE } from "../name-matching/likeness.ts";
import { Sme } from "./type.ts";

export enum IdentifierScheme {
	UEI = "UEI",
	CAGE = "CAGE",
}
registerEnumType(IdentifierScheme, {
	name: "IdentifierScheme",
	description: "The organization that issues an identifier.",
	valuesConfig: {
		UEI: { description: "Unique Entity ID of SAM.gov: 12 characters, the last one a checksum." },
		CAGE: { description: "Commercial and Government Entity code: 5 characters." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "An identifier that another organization issued to a manufacturer.",
})
export class Identifier {
	@Field(() => IdentifierScheme, { description: "The organization that issued it." })
	scheme: IdentifierScheme;
	@Field(() => String, { description: "The identifier, in upper case." })
	value: string;
}

@InputType({ description: "An identifier of a manufacturer." })
export class IdentifierInput {
	@Field(() => IdentifierScheme, { description: "The organization that issued it." })
	scheme: IdentifierScheme;
	@Field(() => String, { description: "The identifier, in upper or lower case." })
	value: string;
}

@InputType({ description: "A manufacturer to register." })
export class RegisterSmeInput {
	@Field(() => ID, {
		description:
			"An idempotency key that the client chooses. The same key with the same content returns the first answer again.",
	})
	clientMutationId: string;
	@Field(() => String, { description: "Name, in any script, up to 200 characters." })
	name: string;
	@Field(() => String, { nullable: true, description: "City." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-GA." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "NAICS industry code, two to six digits." })
	naics?: string | null;
	@Field(() => Int, { nullable: true, description: "Employees." })
	employees?: number | null;
	@Field(() => Boolean, { nullable: true, description: "Whether it belongs to a larger group." })
	largerGroup?: boolean | null;
	@Field(() => [IdentifierInput], {
		nullable: true,
		description: "Identifiers, for example its UEI.",
	})
	identifiers?: IdentifierInput[] | null;
	@Field(() => Boolean, {
		nullable: true,
		description: "Registers it despite likely duplicates; set it after reviewing them.",
	})
	createAnyway?: boolean | null;
}

@InputType({
	description:
		"A change of a manufacturer: fields that are left out stay as they are, null clears a field.",
})
export class AmendSmeInput {
	@Field(() => ID, { description: "The manufacturer." })
	id: string;
	@Field(() => Int, { description: "The revision that you saw." })
	revision: number;
	@Field(() => ID, {
		nullable: true,
		description: "An idempotency key that the client chooses; see registerSme.",
	})
	clientMutationId?: string | null;
	@Field(() => String, { nullable: true, description: "Name, in any script." })
	name?: string | null;
	@Field(() => String, { nullable: true, description: "City." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "State in ISO 3166-2, for example US-GA." })
	state?: string | null;
	@Field(() => String, { nullable: true, description: "NAICS industry code, two to six digits." })
	naics?: string | null;
	@Field(() => Int, { nullable: true, description: "Employees." })
	employees?: number | null;
	@Field(() => Boolean, { nullable: true, description: "Whether it belongs to a larger group." })
	largerGroup?: boolean | null;
	@Field(() => [IdentifierInput], {
		nullable: true,
		description: "All of its identifiers; they replace the previous ones.",
	})
	identifiers?: IdentifierInput[] | null;
	@Field(() => String, { nullable: true, description: "Why." })
	reason?: string | null;
}

@ObjectType({
	simpleResolvers: true,
	description:
		"A manufacturer that was merged into another; `unmergeSme` takes its id and revision.",
})
export class MergedSme {
	@Field(() => ID, { description: "Its id, which still resolves." })
	id: string;
	@Field(() => String, { description: "Its name." })
	name: string;
	@Field(() => String, { nullable: true, description: "Its city." })
	city?: string | null;
	@Field(() => String, { nullable: true, description: "Its state in ISO 3166-2." })
	state?: string | null;
	@Field(() => Int, { description: "Its revision." })
	revision: number;
}

@ObjectType({ simpleResolvers: true, description: "A manufacturer that may be the same." })
export class LikelyDuplicate {
	@Field(() => Sme, { description: "The manufacturer." })
	sme: Sme;
	@Field(() => Float, {
		description: `How likely it is the same, 0 to 1; those under ${ALIKE} are not shown.`,
	})
	score: number;
	@Field(() => [String], {
		description:
			"Why it may be the same: one sentence about the names, the place and the identifiers.",
	})
	reasons: string[];
}

@ObjectType({
	simpleResolvers: true,
	description: "Either the manufacturer that was registered, or likely duplicates.",
})
export class RegisterSmePayload {
	@Field(() => Sme, {
		nullable: true,
		description:
			"The manufacturer; null if likely duplicates were found and nothing was registered.",
	})
	sme?: Sme | null;
	@Field(() => [LikelyDuplicate], { description: "Likely duplicates, the likeliest first." })
	duplicates: LikelyDuplicate[];
}
