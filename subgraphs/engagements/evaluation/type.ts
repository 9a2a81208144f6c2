import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
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
	description: "An indicator in one fiscal year: computed, observed or honestly absent.",
})
export class Indicator {
	@Field(() => IndicatorDefinition, { description: "Which indicator, and where it is proposed." })
	definition: IndicatorDefinition;
	@Field(() => IndicatorStatus, { description: "Where the value comes from." })
	status: IndicatorStatus;
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
}

@ObjectType({ simpleResolvers: true, description: "The evaluation of one fiscal year." })
export class Evaluation {
	@Field(() => Int, { description: "The fiscal year." })
	fiscalYear: number;
	@Field(() => [Indicator], {
		description:
			"Every indicator that the documents propose, short, mid and long term and China's, in their order.",
	})
	indicators: Indicator[];
}
