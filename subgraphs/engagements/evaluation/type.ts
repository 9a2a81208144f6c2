import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { FigureAnswer } from "../figures/answer.ts";
import { Coverage } from "../figures/coverage.ts";
import { IndicatorDefinition } from "../references.ts";

export enum IndicatorStatus {
	COMPUTED = "COMPUTED",
	OBSERVED = "OBSERVED",
	NOT_AVAILABLE = "NOT_AVAILABLE",
}
registerEnumType(IndicatorStatus, {
	name: "IndicatorStatus",
	description: "Where the value of an indicator comes from.",
	valuesConfig: {
		COMPUTED: { description: "Computed from the hub's own records by `formula`." },
		OBSERVED: { description: "Published by a source; see `observation`." },
		NOT_AVAILABLE: { description: "Neither; `reason` says why. Never a guess." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "An indicator in one year: computed, observed or honestly absent.",
})
export class Indicator {
	@Field(() => IndicatorDefinition, { description: "Which indicator, and where it is proposed." })
	definition: IndicatorDefinition;
	@Field(() => IndicatorStatus, { description: "Where the value comes from." })
	status: IndicatorStatus;
	@Field(() => FigureAnswer, {
		description: "What kind of answer this is: a value, none, or one of the ways not to know.",
	})
	answer: FigureAnswer;
	@Field(() => Float, { nullable: true, description: "The value; null where it is absent." })
	value?: number | null;
	@Field(() => String, { nullable: true, description: "Unit of the value." })
	unit?: string | null;
	@Field(() => Int, {
		nullable: true,
		description: "How many records a computed value rests on.",
	})
	n?: number | null;
	@Field(() => String, { nullable: true, description: "How a computed value is made." })
	formula?: string | null;
	@Field(() => Observation, { nullable: true, description: "The published figure." })
	observation?: Observation | null;
	@Field(() => String, { nullable: true, description: "Why there is no value." })
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Why the value cannot be compared with those of the years before. A chart breaks its line here.",
	})
	seriesBreak?: string | null;
	@Field(() => Coverage, {
		nullable: true,
		description:
			"Which records the value rests on, and which share of what is known; null where nothing was looked for among records.",
	})
	coverage?: Coverage | null;
	@Field(() => [Observation], {
		description:
			"What is published for the year beside it: other measures that are easily taken for this one, and figures whose date is too coarse to tell. Never one series with the value.",
	})
	otherFigures: Observation[];
}

@ObjectType({ simpleResolvers: true, description: "The evaluation of one year." })
export class Evaluation {
	@Field(() => Int, {
		nullable: true,
		description: "The fiscal year; null where a calendar year was asked for.",
	})
	fiscalYear?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "The calendar year, where one was asked for.",
	})
	calendarYear?: number | null;
	@Field(() => [Indicator], {
		description:
			"Every indicator that the documents propose, short, mid and long term and China's, in their order.",
	})
	indicators: Indicator[];
}
