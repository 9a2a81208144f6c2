import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({
	simpleResolvers: true,
	description: "An engagement as a row of a file that can be imported again without changes.",
})
export class ExportedEngagement {
	@Field(() => ID, { description: "Id of the engagement." })
	engagementId: string;
	@Field(() => [String], {
		description: "Its cells, in the order of `importColumns`; empty if unknown.",
	})
	cells: string[];
}
