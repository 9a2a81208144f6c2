import { Field, ID, InputType, Int } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions, checkYears } from "../../../shared/input-checks.ts";
import type { Context } from "../context.ts";
import { checkIds } from "../filter/check-ids.ts";
import type { QuarterFilter } from "./queries.ts";

@InputType({
	description:
		"Which reported quarters are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class QuarterReportWhere {
	@Field(() => [ID], { nullable: true, description: "Centers." })
	centerIds?: string[] | null;
	@Field(() => [Int], { nullable: true, description: "US federal years." })
	fiscalYears?: number[] | null;
	@Field(() => [Int], { nullable: true, description: "Quarters, 1 (October to December) to 4." })
	quarters?: number[] | null;
}

/** Throws BAD_USER_INPUT naming the condition that is malformed or names a center that does not exist. */
export async function readQuarterFilter(
	where: QuarterReportWhere,
	context: Context,
): Promise<QuarterFilter> {
	checkConditions("where", where);
	checkYears("where.fiscalYears", where.fiscalYears);
	const wrong = where.quarters?.find((quarter) => quarter < 1 || quarter > 4);
	if (wrong !== undefined)
		throw badInput("where.quarters", `${wrong} is not a quarter; 1 is October to December`);
	await checkIds({ centerIds: where.centerIds }, context);
	return {
		centerIds: where.centerIds ?? undefined,
		fiscalYears: where.fiscalYears ?? undefined,
		quarters: where.quarters ?? undefined,
	};
}
