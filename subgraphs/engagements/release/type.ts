import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { AS_PARENT } from "../../../shared/subgraph/cache-control.ts";

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "A quarter of the US federal year.",
})
export class FiscalQuarter {
	@Field(() => Int, { description: "US federal year: it starts in October of the year before." })
	fiscalYear: number;
	@Field(() => Int, { description: "1 (October to December) to 4." })
	quarter: number;
}

export enum ReleaseBasis {
	REPORTED_RECORDS = "REPORTED_RECORDS",
	PUBLISHED_CASES = "PUBLISHED_CASES",
}
registerEnumType(ReleaseBasis, {
	name: "ReleaseBasis",
	description: "What the figures of a release count.",
	valuesConfig: {
		REPORTED_RECORDS: {
			description:
				"Every approved record, public or confidential, of fiscal quarters that the whole network has closed.",
		},
		PUBLISHED_CASES: {
			description:
				"Only cases that somebody published, such as success stories. Not a measure of the network.",
		},
	},
});

@Directive(AS_PARENT)
@ObjectType({
	simpleResolvers: true,
	description: "What a release tells of the rules that protect manufacturers in it.",
})
export class ReleaseRules {
	@Field(() => Int, {
		description: "Fewest manufacturers, with confidential records, of a published count.",
	})
	minContributors: number;
	@Field(() => Int, {
		description: "Fewest manufacturers, with confidential records, of a published sum of money.",
	})
	minMoneyContributors: number;
}

@Directive(AS_PARENT)
@ObjectType({ simpleResolvers: true, description: "A table that statistics offer." })
export class StatisticsTableName {
	@Field(() => ID, { description: "Which table, for example engagements-by-center." })
	table: string;
	@Field(() => String, { description: "What it shows." })
	title: string;
}

@Directive('@key(fields: "id")')
@Directive(AS_PARENT)
@ObjectType({
	implements: Node,
	simpleResolvers: true,
	description:
		"Statistics that were published together: a fixed family of tables. A release is never changed; corrections come with a later one.",
})
export class Release {
	@Field(() => ID, { description: "Stable id." })
	id: string;
	@Field(() => Int, { description: "1 for the first." })
	number: number;
	@Field(() => String, { description: "When it was published, ISO 8601 in UTC." })
	publishedAt: string;
	@Field(() => ReleaseBasis, { description: "What its figures count." })
	basis: ReleaseBasis;
	@Field(() => Boolean, {
		description: "Whether the records are made up, for tests and demonstrations.",
	})
	synthetic: boolean;
	@Field(() => [FiscalQuarter], {
		description: "The fiscal quarters that it covers; empty for published cases.",
	})
	periods: FiscalQuarter[];
	@Field(() => ReleaseRules, {
		nullable: true,
		description:
			"What is public of the rules that protect in it; null for published cases, which need none.",
	})
	rules?: ReleaseRules | null;
	@Field(() => String, {
		description: "SHA-256 of its tables, hexadecimal: two releases with the same say the same.",
	})
	digest: string;
	@Field(() => String, { description: "The program that made it, with its version." })
	program: string;
	@Field(() => String, { nullable: true, description: "A note of the program office." })
	note?: string | null;
	@Field(() => [StatisticsTableName], { description: "Its tables; see `statistics`." })
	tables: StatisticsTableName[];
}
