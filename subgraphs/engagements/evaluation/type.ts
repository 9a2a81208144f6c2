import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { FigureAnswer } from "../figures/answer.ts";
import { Coverage } from "../figures/coverage.ts";
import { VerificationCount } from "../figures/type.ts";
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
		NOT_AVAILABLE: { description: "Neither; `reason` says why." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description: "An indicator in one year: computed, observed or not available.",
})
export class Indicator {
	@Field(() => IndicatorDefinition, { description: "Which indicator, and where it is proposed." })
	definition: IndicatorDefinition;
	@Field(() => IndicatorStatus, { description: "Where the value comes from." })
	status: IndicatorStatus;
	@Field(() => FigureAnswer, {
		description: "Whether there is a value, or why there is none.",
	})
	answer: FigureAnswer;
	@Field(() => Float, { nullable: true, description: "The value; null where it is absent." })
	value?: number | null;
	@Field(() => String, { nullable: true, description: "Unit of the value." })
	unit?: string | null;
	@Field(() => Int, {
		nullable: true,
		description: "How many records a computed value is based on.",
	})
	n?: number | null;
	@Field(() => String, { nullable: true, description: "Formula of a computed value." })
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
			"Which records the value is based on, and their share of the total; null if no records were used.",
	})
	coverage?: Coverage | null;
	@Field(() => [VerificationCount], {
		description:
			"For a value computed from outcome reports: how well these were checked; otherwise empty.",
	})
	verification: VerificationCount[];
	@Field(() => [Observation], {
		description:
			"Other published figures for the year: measures that are easily confused with this one, and figures whose date is too coarse. Do not combine them with the value into one series.",
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
