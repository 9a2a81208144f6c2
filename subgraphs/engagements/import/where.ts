import { Field, InputType } from "type-graphql";
import { checkConditions } from "../../../shared/input-checks.ts";
import { instantOf } from "../record/filter.ts";
import type { BatchFilter } from "./queries.ts";
import { ImportBatchState } from "./type.ts";

@InputType({
	description:
		"Which imports are listed. All given conditions must match; null is the same as leaving a condition out.",
})
export class ImportBatchWhere {
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only your own. false: only those of others.",
	})
	mine?: boolean | null;
	@Field(() => [ImportBatchState], {
		nullable: true,
		description: "States; matches imports in one of them, an empty list matches none.",
	})
	states?: ImportBatchState[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Those with rows received since this date or time: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00.",
	})
	since?: string | null;
}

/** Throws BAD_USER_INPUT naming the condition that is malformed. */
export function readBatchFilter(where: ImportBatchWhere | null | undefined): BatchFilter {
	checkConditions("where", where);
	return {
		mine: where?.mine ?? undefined,
		states: where?.states ?? undefined,
		since: typeof where?.since === "string" ? instantOf("where.since", where.since) : undefined,
	};
}
