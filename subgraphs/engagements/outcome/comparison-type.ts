import { Directive, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { ServiceKind } from "../enums.ts";
import { OutcomeMetric } from "./type.ts";

export enum ComparisonBasis {
	METRIC = "METRIC",
	KIND = "KIND",
	SIZE_CLASS = "SIZE_CLASS",
	OWN_EARLIER = "OWN_EARLIER",
}
registerEnumType(ComparisonBasis, {
	name: "ComparisonBasis",
	description:
		"With which reports a figure is compared: always of the same metric and currency, without those that are outliers, disputed or withdrawn.",
	valuesConfig: {
		METRIC: { description: "All of them." },
		KIND: { description: "Those about services of the same kind only." },
		SIZE_CLASS: { description: "Those of clients with about as many employees." },
		OWN_EARLIER: { description: "Those of the same client for earlier windows." },
	},
});

@ObjectType({
	simpleResolvers: true,
	description:
		"A figure beside other reports. Medians, so that a few extreme reports do not decide what is usual. With fewer than five reports there is no comparison; of a client's own earlier reports one is enough to be told.",
})
export class PeerComparison {
	@Field(() => ComparisonBasis, { description: "With which reports." })
	basis: ComparisonBasis;
	@Field(() => Int, {
		description: "How many reports that is, of the latest 1,000 that you may see.",
	})
	reports: number;
	@Field(() => Float, {
		nullable: true,
		description: "Their median; null where there are too few.",
	})
	median?: number | null;
	@Field(() => Float, {
		nullable: true,
		description: "Median distance of these reports from their median; null where too few.",
	})
	deviation?: number | null;
	@Field(() => Float, {
		nullable: true,
		description: "The figure divided by the median; null where the median is not above zero.",
	})
	timesMedian?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "How many of these reports are smaller; null where there are too few.",
	})
	exceeds?: number | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"Whether it is unusually far from the median: more than 3.5 deviations (modified z-score of Iglewicz and Hoaglin). Null where there are too few.",
	})
	isUnusual?: boolean | null;
}

@ObjectType({
	simpleResolvers: true,
	description: "Why a reported figure is or is not remarkable, for whoever verifies it.",
})
export class ClaimComparison {
	@Field(() => OutcomeMetric, { description: "What the figure measures; see `claims`." })
	metric: OutcomeMetric;
	@Field(() => Int, {
		nullable: true,
		description: "The client's employees; null where not known.",
	})
	employees?: number | null;
	@Field(() => Float, {
		nullable: true,
		description:
			"The bound for a firm of this size, beyond which a report is an OUTLIER; null where there is none.",
	})
	limit?: number | null;
	@Field(() => ServiceKind, {
		nullable: true,
		description: "The kind of the services that it covers; null where they are of several kinds.",
	})
	kind?: ServiceKind | null;
	@Field(() => Int, {
		nullable: true,
		description: "Fewest employees of the size class; null where the size is not known.",
	})
	employeesFrom?: number | null;
	@Field(() => Int, {
		nullable: true,
		description: "Most employees of the size class; null where it has no end.",
	})
	employeesTo?: number | null;
	@Directive("@listSize(assumedSize: 4)")
	@Field(() => [PeerComparison], { description: "The figure beside other reports." })
	comparisons: PeerComparison[];
}
