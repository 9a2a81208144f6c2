import { Field, Float, Int, ObjectType } from "type-graphql";
import { BUDGET_DAYS } from "./rules.ts";

@ObjectType({ simpleResolvers: true })
class CallFigures {
	@Field(() => Int, { description: "Calls of the hub to the subgraph, over all gateways." })
	calls: number;
	@Field(() => Int, {
		description:
			"Calls that were not answered, or not as the schema says. A caller's own mistake is none.",
	})
	faults: number;
	@Field(() => Float, { description: "Faults among calls, 0 to 1." })
	errorShare: number;
	@Field(() => Int, {
		nullable: true,
		description:
			"Half of the answered calls took at most so many milliseconds, rounded up to the bound of a bucket.",
	})
	p50Ms?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "95 % of the answered calls took at most so many milliseconds, likewise.",
	})
	p95Ms?: number | null;
	@Field(() => Int, { description: "Most calls of one gateway within one minute." })
	busiestMinute: number;
}

@ObjectType({
	simpleResolvers: true,
	description: "Calls to one version of a subgraph on one day.",
})
export class StandingDay extends CallFigures {
	@Field(() => Int, { description: "The version." })
	version: number;
	@Field(() => String, { description: "The day, ISO 8601, in UTC." })
	day: string;
}

@ObjectType({
	simpleResolvers: true,
	description: `What is left to a subgraph: of the faults it may have in ${BUDGET_DAYS} days, and of its requests a minute.`,
})
export class StandingBudget {
	@Field(() => Float, { description: "Share of calls that it is to answer as its schema says." })
	target: number;
	@Field(() => Int, { description: "Over how many days, today included." })
	days: number;
	@Field(() => Int, { description: "Calls in these days." })
	calls: number;
	@Field(() => Int, { description: "Faults in these days." })
	faults: number;
	@Field(() => Int, { description: "Faults that the target allows for so many calls." })
	allowedFaults: number;
	@Field(() => Int, { description: "Faults that are left; negative where it had more." })
	faultsLeft: number;
	@Field(() => Int, { description: "Requests a minute that each gateway may send it." })
	requestsPerMinute: number;
	@Field(() => Int, { description: "What its busiest minute in these days left of them." })
	requestsLeft: number;
}

@ObjectType({ simpleResolvers: true, description: "How a partner's subgraph does." })
export class SubgraphStanding extends CallFigures {
	@Field(() => String, { description: "Name of the subgraph." })
	subgraph: string;
	@Field(() => String, { description: "First day, ISO 8601." })
	from: string;
	@Field(() => String, { description: "Last day, ISO 8601." })
	to: string;
	@Field(() => [StandingDay], { description: "The same by day and version, the oldest first." })
	days: StandingDay[];
	@Field(() => StandingBudget, { description: "What is left of its budgets now." })
	budget: StandingBudget;
}
