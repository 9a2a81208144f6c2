import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({
	simpleResolvers: true,
	description: "What one request disclosed to a partner so that it could answer its fields.",
})
export class Disclosure {
	@Field(() => ID, { description: "Id of the entry." })
	id: string;
	@Field(() => String, { description: "When, ISO 8601 in UTC." })
	at: string;
	@Field(() => String, {
		description: "Id of the request, as in the answer's x-request-id header.",
	})
	requestId: string;
	@Field(() => ID, { description: "The partner that received it." })
	partnerId: string;
	@Field(() => String, { description: "The subgraph that was asked." })
	subgraph: string;
	@Field(() => String, { description: "Type of the records, for example Sme." })
	type: string;
	@Field(() => [String], { description: "The key's fields and the granted ones that were sent." })
	fields: string[];
	@Field(() => Int, { description: "Of how many records." })
	representations: number;
	@Field(() => String, { description: "Who asked the hub." })
	consumer: string;
}
