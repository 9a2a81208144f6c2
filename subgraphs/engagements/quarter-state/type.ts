import { Field, Int, ObjectType } from "type-graphql";
import { QuarterReport } from "../quarter/type.ts";
import { MepCenter } from "../references.ts";

@ObjectType({
	simpleResolvers: true,
	description:
		"A fiscal quarter and how far it is on the way to a release of statistics, as far as you may see it.",
})
export class QuarterState {
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
	@Field(() => String, { description: "First day of the quarter." })
	startsOn: string;
	@Field(() => String, { description: "Last day of the quarter." })
	endsOn: string;
	@Field(() => Boolean, {
		description: "Whether it has ended everywhere, so that it can be reported and closed.",
	})
	hasEnded: boolean;
}

@ObjectType({
	simpleResolvers: true,
	description: "A center's part of a fiscal quarter: its report, or what it has to do before it.",
})
export class CenterQuarter {
	@Field(() => MepCenter, { description: "The center." })
	center: MepCenter;
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
	@Field(() => QuarterReport, {
		nullable: true,
		description: "Its report; null until it has reported the quarter, which locks it.",
	})
	report?: QuarterReport | null;
}
