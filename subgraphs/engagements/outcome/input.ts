import { Field, Float, ID, InputType, Int } from "type-graphql";
import { OutcomeMetric } from "./type.ts";

@InputType({ description: "One figure that a client reports." })
export class OutcomeClaimInput {
	@Field(() => OutcomeMetric, { description: "What it measures; each metric once an outcome." })
	metric: OutcomeMetric;
	@Field(() => Float, { description: "The figure: whole units of `currency`, or a count." })
	value: number;
	@Field(() => String, { nullable: true, description: "ISO 4217 code; for money only." })
	currency?: string | null;
}

@InputType({
	description: "Outcomes of a center's or institute's services that a client reports for a period.",
})
export class ReportOutcomeInput {
	@Field(() => ID, {
		description: "An idempotency key that the client chooses; see logEngagement.",
	})
	clientMutationId: string;
	@Field(() => ID, { description: "The client." })
	smeId: string;
	@Field(() => ID, { nullable: true, description: "The center; your own where left out." })
	centerId?: string | null;
	@Field(() => String, { description: "Start of the window: 2018, 2018-03 or 2018-03-07." })
	windowStart: string;
	@Field(() => String, { description: "End of the window; not in the future." })
	windowEnd: string;
	@Field(() => [ID], { description: "The engagements it covers: of this client and center." })
	covers: string[];
	@Field(() => [OutcomeClaimInput], { description: "The figures." })
	claims: OutcomeClaimInput[];
}

@InputType({ description: "Corrected figures of an outcome that was reported." })
export class CorrectOutcomeInput {
	@Field(() => ID, { description: "The outcome." })
	id: string;
	@Field(() => Int, { description: "The revision that you saw." })
	revision: number;
	@Field(() => [OutcomeClaimInput], {
		description: "All its figures as they should be; one that is left out is taken back.",
	})
	claims: OutcomeClaimInput[];
	@Field(() => String, { description: "Why." })
	reason: string;
	@Field(() => ID, {
		nullable: true,
		description: "An idempotency key that the client chooses; see logEngagement.",
	})
	clientMutationId?: string | null;
}
