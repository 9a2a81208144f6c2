import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";

export enum GrantKind {
	REQUIRES_FIELD = "REQUIRES_FIELD",
	ROOT_FIELD = "ROOT_FIELD",
	OVERRIDE = "OVERRIDE",
	SHAREABLE = "SHAREABLE",
	KEY = "KEY",
	INTERFACE_OBJECT = "INTERFACE_OBJECT",
	USE_ENUM = "USE_ENUM",
}
registerEnumType(GrantKind, {
	name: "GrantKind",
	description: "What an owner allows a partner beyond fields of its own by an entity's key.",
	valuesConfig: {
		REQUIRES_FIELD: { description: "To be sent the value of a field (@requires)." },
		ROOT_FIELD: { description: "A root field outside its own namespace." },
		OVERRIDE: { description: "To answer a field in its owner's place (@override)." },
		SHAREABLE: { description: "To answer a field, or define a type, beside its owner." },
		KEY: { description: "Another key of a type that is not its own." },
		INTERFACE_OBJECT: {
			description: "Fields for all types of an interface that is not its own.",
		},
		USE_ENUM: {
			description:
				"An enum that is not its own, with the same values, in its keys, arguments and fields.",
		},
	},
});

@ObjectType("PartnerGrant", {
	simpleResolvers: true,
	description: "What an owner allows a partner, for which purpose and until when.",
})
export class PartnerGrant {
	@Field(() => ID, { description: "Id of the grant." })
	id: string;
	@Field(() => ID, { description: "The partner." })
	partnerId: string;
	@Field(() => GrantKind, { description: "What is allowed." })
	kind: GrantKind;
	@Field(() => String, { description: "Type it is about, for example Sme." })
	type: string;
	@Field(() => String, {
		nullable: true,
		description: "Field it is about; null for the type as a whole.",
	})
	field?: string | null;
	@Field(() => String, { description: "What it is used for." })
	purpose: string;
	@Field(() => String, { description: "Who uses it." })
	consumer: string;
	@Field(() => String, { nullable: true, description: "When it ends, ISO 8601; null for no end." })
	expiresAt?: string | null;
	@Field(() => String, { description: "When it was granted, ISO 8601 in UTC." })
	grantedAt: string;
	@Field(() => String, { nullable: true, description: "When it was revoked, if it was." })
	revokedAt?: string | null;
}

@InputType({ description: "What is to be allowed to a partner." })
export class GrantPartnerInput {
	@Field(() => ID, { description: "The partner." })
	partnerId: string;
	@Field(() => GrantKind, { description: "What is allowed." })
	kind: GrantKind;
	@Field(() => String, {
		description: "Type it is about, for example Sme; Query or Mutation for a root field.",
	})
	type: string;
	@Field(() => String, {
		nullable: true,
		description: "Field it is about; left out for the type as a whole.",
	})
	field?: string | null;
	@Field(() => String, { description: "What it is used for, in a sentence." })
	purpose: string;
	@Field(() => String, { description: "Who uses it, for example the college's advisers." })
	consumer: string;
	@Field(() => String, {
		nullable: true,
		description: "When it ends, ISO 8601; left out for no end.",
	})
	expiresAt?: string | null;
}
