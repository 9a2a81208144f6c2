import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { reportQuarter } from "./commands.ts";
import { QuarterReport } from "./type.ts";

@Resolver()
export class QuarterMutations {
	@Mutation(() => QuarterReport, {
		description:
			"Reports a quarter of the own center and locks it. For managers. Refused while engagements of the quarter are open, and names them; drafts may be left behind on purpose. Reporting it again gets the first answer.",
	})
	async reportQuarter(
		@Ctx() context: Context,
		@Arg("centerId", () => ID, { description: "The center." }) centerId: string,
		@Arg("fiscalYear", () => Int, { description: "US federal year." }) fiscalYear: number,
		@Arg("quarter", () => Int, { description: "1 to 4." }) quarter: number,
		@Arg("leaveDrafts", () => Boolean, {
			nullable: true,
			description:
				"Whether drafts and returned engagements may stay behind; later they enter the quarter as late amendments only.",
		})
		leaveDrafts?: boolean,
	): Promise<QuarterReport> {
		const row = await reportQuarter(context, { centerId, fiscalYear, quarter, leaveDrafts });
		return {
			id: row.id,
			center: { id: row.center_id },
			fiscalYear: row.fiscal_year,
			quarter: row.quarter,
			reportedAt: row.reported_at,
			engagementCount: row.engagement_count,
			smeCount: row.sme_count,
		};
	}
}
