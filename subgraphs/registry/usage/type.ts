import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "Requests of one consumer." })
export class ConsumerUsage {
	@Field(() => String, { description: "Who asked." })
	consumer: string;
	@Field(() => Int, { description: "Requests that asked the partner's fields." })
	requests: number;
	@Field(() => Int, { description: "Those among them that had errors." })
	errors: number;
}

@ObjectType({ simpleResolvers: true, description: "Requests for one field." })
export class FieldUsage {
	@Field(() => String, { description: "Type and field, for example Sme.credentials." })
	field: string;
	@Field(() => Int, { description: "Requests that asked it." })
	requests: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "Requests of one consumer for one of a partner's own fields on one day.",
})
export class FieldDemand {
	@Field(() => String, { description: "Type and field, for example Sme.credentials." })
	field: string;
	@Field(() => String, { description: "Who asked." })
	consumer: string;
	@Field(() => String, { description: "The day, ISO 8601, in UTC." })
	day: string;
	@Field(() => Int, { description: "Requests that asked it." })
	requests: number;
	@Field(() => Int, { description: "Those among them that had errors, wherever in the answer." })
	errors: number;
}

@ObjectType({ simpleResolvers: true, description: "What was disclosed to a partner of one type." })
export class DisclosedType {
	@Field(() => String, { description: "The type, for example Sme." })
	type: string;
	@Field(() => Int, { description: "Requests to the partner that named records of it." })
	requests: number;
	@Field(() => Int, { description: "How many records they named, counted again in each." })
	representations: number;
}

@ObjectType({
	simpleResolvers: true,
	description:
		"A partner's usage statement: who requested its fields, which fields, and what was disclosed to it.",
})
export class PartnerUsage {
	@Field(() => ID, { description: "The partner." })
	partnerId: string;
	@Field(() => String, { description: "First day, ISO 8601." })
	from: string;
	@Field(() => String, { description: "Last day, ISO 8601." })
	to: string;
	@Field(() => Int, { description: "Requests that asked the partner's fields." })
	requests: number;
	@Field(() => Int, { description: "Those among them that had errors." })
	errors: number;
	@Field(() => [ConsumerUsage], { description: "The same by consumer, the most first." })
	consumers: ConsumerUsage[];
	@Field(() => [FieldUsage], {
		description: "Fields that those requests asked, the hub's own among them, the most first.",
	})
	fields: FieldUsage[];
	@Field(() => [FieldDemand], {
		description:
			"Requests for the partner's own fields by field, consumer and day, the newest day first; the first 5000.",
	})
	ownFields: FieldDemand[];
	@Field(() => [DisclosedType], { description: "What was disclosed to the partner, by type." })
	disclosures: DisclosedType[];
}

@ObjectType({
	simpleResolvers: true,
	description: "An operation that the hub has seen, without values.",
})
export class RecordedOperation {
	@Field(() => String, { description: "The operation, with literals taken out." })
	document: string;
	@Field(() => String, { nullable: true, description: "Its name, where it has one." })
	name?: string | null;
	@Field(() => Int, { description: "How often it was asked." })
	count: number;
	@Field(() => [String], { description: "Who asked it." })
	consumers: string[];
	@Field(() => [String], { description: "The fields it asks." })
	fields: string[];
}
