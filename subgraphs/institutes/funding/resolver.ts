import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { toMilestones } from "../institute/rules.ts";
import { Institute } from "../institute/type.ts";
import { wholeTable } from "../list/loaders.ts";
import { networksObservationsFor } from "../network/load.ts";
import { documentSource } from "../observation/present.ts";
import { observationsFor } from "../observation/read.ts";
import { toCommitments, usd } from "./present.ts";
import { allPhases } from "./queries.ts";
import { matchRatio, matchWarning, programYearIn, servedAmount } from "./rules.ts";
import { FundingPhase, FundingSummary } from "./type.ts";

@Resolver(() => Institute)
export class InstituteFundingResolver {
	@FieldResolver(() => FundingSummary, { description: "Its funding, according to the sources." })
	async funding(@Root() { id }: Institute, @Ctx() context: Context): Promise<FundingSummary> {
		const observed = await observationsFor(context, "institute_id", id);
		const federal = servedAmount(observed, "federal_commitment");
		const nonFederal = servedAmount(observed, "non_federal_commitment");
		const ratio = matchRatio(federal, nonFederal);
		return {
			federal: usd(federal),
			nonFederal: usd(nonFederal),
			matchRatio: ratio,
			matchWarning: matchWarning(ratio),
			planYears: servedAmount(observed, "plan_years"),
			commitments: toCommitments(observed),
			instituteId: id,
		};
	}
}

@Resolver(() => FundingSummary)
export class FundingSummaryResolver {
	@FieldResolver(() => FundingPhase, {
		nullable: true,
		description:
			"What may be funded in a US federal year; null before the institute was established, and for institutes outside Manufacturing USA.",
	})
	async phase(
		@Root() { instituteId, planYears }: FundingSummary,
		@Ctx() context: Context,
		@Arg("year", () => Int, { description: "US federal year, for example 2018." }) year: number,
	): Promise<FundingPhase | null> {
		if (year < 1900 || year > 2200) throw badInput("year", `${year} is not a year`);
		const observed = await observationsFor(context, "institute_id", instituteId);
		const [first] = toMilestones(observed);
		if (!first) return null;
		const programYear = programYearIn(year, first.date);
		const phases = await wholeTable(context, "funding phases", allPhases);
		const phase = phases.find(
			({ from_year, to_year }) =>
				programYear >= from_year && (to_year === null || programYear <= to_year),
		);
		if (!phase) return null;
		return {
			programYear,
			funds: phase.funds.split(";"),
			withinPlan: planYears ? programYear <= planYears : null,
			source: documentSource(phase),
		};
	}

	@FieldResolver(() => [Observation], {
		description: "Planned income of an institute after federal funding ends.",
	})
	incomeAfterFederalFunding(@Root() { instituteId }: FundingSummary, @Ctx() context: Context) {
		return networksObservationsFor(context, instituteId, "income_after_federal_funding");
	}
}
