import { badInput } from "../../../shared/errors.ts";
import type { EngagementRow } from "../database/rows.ts";
import type { Transaction } from "../record/command.ts";
import { reportedQuarter } from "./repository.ts";

/**
 * Whether an engagement is added to a quarter that was reported already. Throws BAD_USER_INPUT if `late` does not say the
 * same, or if a late one has no reason.
 */
export async function checkLate(
	transaction: Transaction,
	row: Pick<EngagementRow, "center_id" | "started_first" | "started_last">,
	late: boolean | null | undefined,
	reason: string | null | undefined,
): Promise<boolean> {
	const { pathOf } = transaction;
	const reported = await reportedQuarter(transaction, row);
	if (!reported && late)
		throw badInput(
			pathOf("late"),
			"the quarter has not been reported yet, so nothing is late; leave it out",
		);
	if (!reported) return false;
	const when = `quarter ${reported.quarter} of ${reported.fiscal_year} was reported on ${reported.reported_at.slice(0, 10)}`;
	if (!late)
		throw badInput(
			pathOf("startedOn"),
			`${when} and is locked; set "late" and give a reason; once the center's manager approves it, it becomes an amendment of that quarter`,
		);
	if (!reason) throw badInput(pathOf("reason"), `is missing; ${when}, say why this comes after it`);
	return true;
}
