import { Directive, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Doubt, Money, Source } from "../../../shared/provenance/provenance.ts";
import { AS_PARENT } from "../../../shared/subgraph/cache-control.ts";

export enum CommitmentKindName {
	FEDERAL = "FEDERAL",
	NON_FEDERAL = "NON_FEDERAL",
	TOTAL = "TOTAL",
}
registerEnumType(CommitmentKindName, {
	name: "CommitmentKind",
	description: "Whose money a commitment is.",
	valuesConfig: {
		FEDERAL: { description: "Money of the federal government." },
		NON_FEDERAL: { description: "Money of states, members and others: the match." },
		TOTAL: { description: "Both together, where a source does not split them." },
	},
});

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A part of a commitment." })
export class CommitmentPart {
	@Field(() => String, { description: "Who pays it." })
	party: string;
	@Field(() => Money, { description: "How much." })
	amount: Money;
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "Money that was promised to an institute, according to one source.",
})
export class Commitment {
	@Field(() => CommitmentKindName, { description: "Whose money it is." })
	kind: CommitmentKindName;
	@Field(() => String, {
		description:
			"What the source measures, for example federal_commitment or base_federal_funding; see `observations`.",
	})
	property: string;
	@Field(() => Money, { description: "The amount as it is read, misprints corrected." })
	amount: Money;
	@Field(() => [CommitmentPart], { description: "Parts that the source names." })
	parts: CommitmentPart[];
	@Field(() => String, {
		nullable: true,
		description: "The period that it covers, if the source says.",
	})
	period?: string | null;
	@Field(() => String, { nullable: true, description: "As the source prints it." })
	asPrinted?: string | null;
	@Field(() => Money, {
		nullable: true,
		description: "What the source literally says, if that is a misprint.",
	})
	printedAmount?: Money | null;
	@Field(() => String, {
		nullable: true,
		description: "Date of the source or figure, a partial ISO 8601 date.",
	})
	asOf?: string | null;
	@Field(() => String, {
		nullable: true,
		description: "The date in the source's words, if it gives no exact date.",
	})
	asOfWords?: string | null;
	@Field(() => Boolean, {
		description:
			"Whether the hub uses it. At most one of each kind; the others are from other sources or other measures: do not add them up.",
	})
	accepted: boolean;
	@Field(() => String, { nullable: true, description: "Why it was accepted, or not." })
	reason?: string | null;
	@Field(() => Source, { description: "Where it was read." })
	source: Source;
	@Field(() => [Doubt], { description: "What is doubtful about it." })
	doubts: Doubt[];
}

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "What federal money may pay for in one year of an institute's program.",
})
export class FundingPhase {
	@Field(() => Int, { description: "Year of the program: 1 in the year it was established." })
	programYear: number;
	@Field(() => [String], { description: "What may be funded." })
	funds: string[];
	@Field(() => Boolean, {
		nullable: true,
		description: "Whether the year lies within the planned years; null where no plan is known.",
	})
	withinPlan?: boolean | null;
	@Field(() => Source, { description: "Where the rule was read." })
	source: Source;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "The money of an institute." })
export class FundingSummary {
	@Field(() => Money, { nullable: true, description: "Federal money of the whole agreement." })
	federal?: Money | null;
	@Field(() => Money, { nullable: true, description: "Non-federal money, the match." })
	nonFederal?: Money | null;
	@Field(() => Float, { nullable: true, description: "Non-federal ÷ federal." })
	matchRatio?: number | null;
	@Field(() => String, {
		nullable: true,
		description: "A warning if the match is under 1:1.",
	})
	matchWarning?: string | null;
	@Field(() => Int, { nullable: true, description: "Years the agreement was planned for." })
	planYears?: number | null;
	@Field(() => [Commitment], {
		description: "Every amount that a source gives, the accepted ones first.",
	})
	commitments: Commitment[];
	instituteId: string;
}
