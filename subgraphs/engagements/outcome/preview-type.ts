import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { OutcomeClaimInput } from "./input.ts";
import { Outcome, OutcomeMetric, Verification } from "./type.ts";

export enum OverlapRuling {
	REFUSED = "REFUSED",
	BOTH_COUNT = "BOTH_COUNT",
	EARLIER_SET_ASIDE = "EARLIER_SET_ASIDE",
}
registerEnumType(OverlapRuling, {
	name: "OverlapRuling",
	description: "What the rules do with a report whose window overlaps an earlier one's.",
	valuesConfig: {
		REFUSED: {
			description:
				"The same client, provider and metric: it would be counted twice, so the report is refused. Correct or withdraw the earlier one, or choose another window.",
		},
		BOTH_COUNT: {
			description:
				"The earlier one is about another provider: both count. Report only what came of this provider's services.",
		},
		EARLIER_SET_ASIDE: {
			description: "The earlier one is disputed, so that only the new one counts.",
		},
	},
});

@InputType({ description: "A report of outcomes as it would be sent; see reportOutcome." })
export class OutcomePreviewInput {
	@Field(() => ID, { description: "The client." })
	smeId: string;
	@Field(() => ID, { nullable: true, description: "The center; your own where left out." })
	centerId?: string | null;
	@Field(() => String, { description: "Start of the window: 2018, 2018-03 or 2018-03-07." })
	windowStart: string;
	@Field(() => String, { description: "End of the window; not in the future." })
	windowEnd: string;
	@Field(() => [OutcomeClaimInput], {
		nullable: true,
		description: "The figures; without them, earlier reports of every metric are listed.",
	})
	claims?: OutcomeClaimInput[] | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "An earlier report of a metric whose window has a day in common with a new one's.",
})
export class OutcomeOverlap {
	@Field(() => Outcome, { description: "The earlier report." })
	outcome: Omit<Outcome, "claims">;
	@Field(() => OutcomeMetric, { description: "The metric that both report." })
	metric: OutcomeMetric;
	@Field(() => OverlapRuling, { description: "What the rules do about it." })
	ruling: OverlapRuling;
}

@ObjectType({
	simpleResolvers: true,
	description: "What a report of outcomes would meet if it were sent now.",
})
export class OutcomePreview {
	@Field(() => [OutcomeOverlap], {
		description: "Earlier reports that you may see and whose windows overlap, earliest first.",
	})
	overlaps: OutcomeOverlap[];
	@Field(() => [OutcomeMetric], {
		description: "Figures that are beyond the bound for the firm's size; see reportOutcome.",
	})
	outliers: OutcomeMetric[];
	@Field(() => Verification, {
		description:
			"How it would stand: SELF_REPORTED, or OUTLIER where a figure is beyond the bound.",
	})
	verification: Verification;
}
