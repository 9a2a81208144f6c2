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
	@Field(() => String, { description: "Who reported it: the subject of the access token." })
	reportedBy: string;
	@Field(() => Int, { description: "Engagements that were reported." })
	engagementCount: number;
	@Field(() => Int, { description: "Manufacturers served by them." })
	smeCount: number;
}

@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"A fiscal quarter of the whole network that the program office closed, so that releases of statistics can cover it although a center has not reported it.",
})
export class ClosedQuarter {
	@Field(() => ID, { description: "Fiscal year and quarter." })
	id: string;
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
	@Field(() => String, { description: "When it was closed, ISO 8601 in UTC." })
	closedAt: string;
	@Field(() => String, { description: "Who closed it: the subject of the access token." })
	closedBy: string;
	@Field(() => String, { description: "Why it was closed before all centers had reported it." })
	reason: string;
}

@ObjectType({
	simpleResolvers: true,
	description:
		"What a report of a center's quarter would include, what blocks it, and what it would leave out.",
})
export class QuarterPreview {
	@Field(() => MepCenter, { description: "The center." })
	center: MepCenter;
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
	@Field(() => String, { description: "First day of the quarter." })
	startsOn: string;
	@Field(() => String, { description: "Last day of the quarter." })
	endsOn: string;
	@Field(() => QuarterReport, {
		nullable: true,
		description: "The report, if the quarter was reported already and is locked.",
	})
	report?: QuarterReport | null;
	@Field(() => Int, { description: "Manufacturers served by the approved engagements." })
	smeCount: number;
	@Field(() => Int, {
		description:
			"The center's engagements without any date. They belong to no quarter until they are dated; `engagements` lists them with `hasDate: false`.",
	})
	undatedCount: number;
}
