import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { MepCenter } from "../references.ts";

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A quarter that a center has reported, which locks it: later changes are amendments.",
})
export class QuarterReport {
	@Field(() => ID, { description: "Center, fiscal year and quarter." })
	id: string;
	@Field(() => MepCenter, { description: "The center." })
	center: MepCenter;
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
	@Field(() => String, { description: "When it was reported, ISO 8601 in UTC." })
	reportedAt: string;
	@Field(() => Int, { description: "Engagements that were reported." })
	engagementCount: number;
	@Field(() => Int, { description: "Manufacturers they served." })
	smeCount: number;
}
