import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { Source } from "../../../shared/provenance/provenance.ts";
import { UNTIL_RECORDS_CHANGE } from "../changes.ts";
import { Institute, MepCenter } from "../references.ts";
import { Sme } from "../sme/type.ts";

export enum OutcomeMetric {
	NEW_SALES = "NEW_SALES",
	RETAINED_SALES = "RETAINED_SALES",
	JOBS_CREATED = "JOBS_CREATED",
	JOBS_RETAINED = "JOBS_RETAINED",
	COST_SAVINGS = "COST_SAVINGS",
	COST_AVOIDED = "COST_AVOIDED",
	INVESTMENT = "INVESTMENT",
	NET_PROMOTER_SCORE = "NET_PROMOTER_SCORE",
}
registerEnumType(OutcomeMetric, {
	name: "OutcomeMetric",
	description: "What a client reports to have changed.",
	valuesConfig: {
		NEW_SALES: { description: "Additional sales, money." },
		RETAINED_SALES: { description: "Sales that would have been lost, money." },
		JOBS_CREATED: { description: "Jobs created, count." },
		JOBS_RETAINED: { description: "Jobs that would have been lost, count." },
		COST_SAVINGS: { description: "Costs saved, money." },
		COST_AVOIDED: { description: "Costs avoided, money." },
		INVESTMENT: { description: "Money the client invested." },
		NET_PROMOTER_SCORE: { description: "Willingness to recommend, −100 to 100." },
	},
});

export enum Verification {
	SELF_REPORTED = "SELF_REPORTED",
	CENTER_CHECKED = "CENTER_CHECKED",
	VERIFIED = "VERIFIED",
	OUTLIER = "OUTLIER",
	DISPUTED = "DISPUTED",
	WITHDRAWN = "WITHDRAWN",
}
registerEnumType(Verification, {
	name: "Verification",
	description: "How well a reported outcome has been checked.",
	valuesConfig: {
		SELF_REPORTED: { description: "Reported by the client or a publication; not checked." },
		CENTER_CHECKED: { description: "The center checked it." },
		VERIFIED: { description: "The program office verified it." },
		OUTLIER: {
			description: "Beyond the bound for the firm's size; left out of totals until reviewed.",
		},
		DISPUTED: { description: "Doubted; left out of totals." },
		WITHDRAWN: { description: "Withdrawn; left out of totals." },
	},
});

export enum OutcomeOrder {
	REPORTED_DESC = "REPORTED_DESC",
	REPORTED_ASC = "REPORTED_ASC",
	LARGEST_FIRST = "LARGEST_FIRST",
}
registerEnumType(OutcomeOrder, {
	name: "OutcomeOrder",
	description: "Order of a list of outcomes.",
	valuesConfig: {
		REPORTED_DESC: { description: "The latest reported first." },
		REPORTED_ASC: { description: "The earliest reported first." },
		LARGEST_FIRST: {
			description:
				"The largest figure first: of `where.metrics`, or, without these, in US dollars; outcomes without such a figure last.",
		},
	},
});

@ObjectType({ simpleResolvers: true, description: "One figure of an outcome." })
export class OutcomeClaim {
	@Field(() => OutcomeMetric, { description: "What the figure measures." })
	metric: OutcomeMetric;
	@Field(() => Float, { description: "The figure: whole units of `currency`, or a count." })
	value: number;
	@Field(() => String, { nullable: true, description: "ISO 4217 code for money, null for counts." })
	currency?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The source's qualifier of the figure, for example: more than.",
	})
	qualifier?: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description: "Outcomes that a client reports for the engagements it covers, for a period.",
})
export class Outcome {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Sme, { description: "The client that reports." })
	sme: Partial<Sme> & { id: string };
	@Field(() => MepCenter, { nullable: true, description: "The center whose services it is about." })
	center?: MepCenter | null;
	@Field(() => Institute, {
		nullable: true,
		description: "The institute whose services it is about.",
	})
	institute?: Institute | null;
	@Field(() => String, {
		nullable: true,
		description: "Start of the window, as precise as the source; null where undated.",
	})
	windowStart?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "End of the window, as precise as the source; null where undated.",
	})
	windowEnd?: string | null;
	@Field(() => [OutcomeClaim], { description: "The figures." })
	claims: OutcomeClaim[];
	@Field(() => Verification, { description: "How well it has been checked." })
	verification: Verification;
	@Field(() => Int, {
		description: "Number of its changes that you may see, from 1; send it with the next change.",
	})
	revision: number;
	@Field(() => Source, { description: "Where it was read, or the generator of synthetic data." })
	source: Source;
	@Field(() => Boolean, { description: "True for synthetic records of the generator." })
	synthetic: boolean;
}

@Directive(UNTIL_RECORDS_CHANGE)
@ObjectType({
	simpleResolvers: true,
	description:
		"The sum of one metric over the outcomes that cover a total's engagements, each outcome once.",
})
export class OutcomeTotal {
	@Field(() => OutcomeMetric, { description: "What is summed." })
	metric: OutcomeMetric;
	@Field(() => Float, { description: "The sum; not extrapolated to clients who did not report." })
	value: number;
	@Field(() => String, { nullable: true, description: "ISO 4217 code for money." })
	currency?: string | null;
	@Field(() => Int, { description: "How many outcome reports it is based on." })
	reports: number;
	@Field(() => Verification, { description: "The verification all of these reports have." })
	verification: Verification;
}
