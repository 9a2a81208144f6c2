import type { FieldFault } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { ClosedQuarterRow } from "../database/release-rows.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand } from "../record/command.ts";
import { lockClosing } from "../record/locks.ts";
import { keepRevision } from "../record/revisions.ts";
import { closedQuarterId, quarterFaults } from "./rules.ts";

/** A closed quarter as its revision stores it: it belongs to no center. */
type ClosedQuarter = ClosedQuarterRow & { center_id: null };

export type ClosingInput = { fiscalYear: number; quarter: number; reason: string };

function faultsOf({ fiscalYear, quarter, reason }: ClosingInput): FieldFault[] {
	const faults = quarterFaults(fiscalYear, quarter);
	if (faults.length === 0 && daysOfQuarter(fiscalYear, quarter).last >= latestToday())
		faults.push({ path: "quarter", message: "has not ended yet; it can be closed when it has" });
	return [...faults, ...reasonFaults(reason, true)];
}

/**
 * Closes a fiscal quarter of the whole network although centers may not have reported it, so that releases can cover
 * it. Closing it again gets the first answer.
 */
export async function closeQuarter(
	context: Context,
	input: ClosingInput,
): Promise<ClosedQuarterRow> {
	const { fiscalYear, quarter, reason } = input;
	return runCommand(context, {
		operation: "closeQuarter",
		key: null,
		content: input,
		permission: "close quarters",
		prefix: "",
		async check() {
			throwFaults(faultsOf(input), "");
		},
		lock: (manager) => lockClosing(manager),
		async change({ manager, actor }): Promise<ClosedQuarter> {
			const id = closedQuarterId(fiscalYear, quarter);
			const closed = await manager.findOneBy(ClosedQuarterRow, { id });
			if (closed) return { ...closed, center_id: null };
			const row: ClosedQuarterRow = {
				id,
				fiscal_year: fiscalYear,
				quarter,
				closed_at: new Date().toISOString(),
				closed_by: actor.subject,
				reason,
				revision: 1,
			};
			await manager.insert(ClosedQuarterRow, row);
			const after: ClosedQuarter = { ...row, center_id: null };
			await keepRevision(manager, actor, {
				type: "CLOSED_QUARTER",
				action: "closed",
				before: null,
				after,
				reason,
			});
			return after;
		},
	});
}
