import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import type { ServiceKind } from "../enums.ts";
import { isInside } from "../policy.ts";
import { type ComparedFigure, comparisonsOf, sizeClassOf } from "./comparison-rules.ts";
import { ClaimComparison, type ComparisonBasis } from "./comparison-type.ts";
import { comparedFiguresLoader } from "./loaders.ts";
import { outlierLimit } from "./rules.ts";
import { Outcome, type OutcomeMetric } from "./type.ts";

function toComparison(figure: ComparedFigure, all: readonly ComparedFigure[]): ClaimComparison {
	const size = sizeClassOf(figure.employees);
	return {
		metric: figure.metric as OutcomeMetric,
		employees: figure.employees,
		limit: outlierLimit(figure, figure.employees),
		kind: figure.kind as ServiceKind | null,
		employeesFrom: size?.from ?? null,
		employeesTo: size?.to ?? null,
		comparisons: comparisonsOf(figure, all).map(({ basis, ...numbers }) => ({
			...numbers,
			basis: basis as ComparisonBasis,
		})),
	};
}

@Resolver(() => Outcome)
export class ComparisonResolver {
	@Directive("@listSize(assumedSize: 4)")
	@FieldResolver(() => [ClaimComparison], {
		description:
			"Each of its figures compared with other reports that you may see: whether it is unusual, and beside what. For its center's staff and the program office; empty for others.",
	})
	async comparisons(@Root() outcome: Outcome, @Ctx() context: Context) {
		if (!isInside(context.viewer, outcome.center?.id ?? null)) return [];
		const all = await comparedFiguresLoader(context).load(outcome.id);
		return all
			.filter((one) => one.outcome_id === outcome.id)
			.map((figure) => toComparison(figure, all));
	}
}
