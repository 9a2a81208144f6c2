import { Between, In } from "typeorm";
import { badInput, type FieldFault } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { QuarterRow } from "../database/record-rows.ts";
import { EngagementRow } from "../database/rows.ts";
import { nextStatus } from "../engagement/apply-transition.ts";
import { changeEngagement } from "../engagement/repository.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { checkOwnCenter } from "../policy.ts";
import { latestToday, throwFaults } from "../record/checks.ts";
import { runCommand, type Transaction } from "../record/command.ts";
import { lockQuarters } from "../record/locks.ts";
import { keepRevision } from "../record/revisions.ts";
import { quarterFaults } from "./rules.ts";

function faultsOf(fiscalYear: number, quarter: number): FieldFault[] {
	const faults = quarterFaults(fiscalYear, quarter);
	if (faults.length === 0 && daysOfQuarter(fiscalYear, quarter).last >= latestToday())
		faults.push({ path: "quarter", message: "has not ended yet" });
	return faults;
}

export type QuarterInput = {
	centerId: string;
	fiscalYear: number;
	quarter: number;
	/** Whether drafts and returned engagements of the quarter may be left; they can be logged late afterwards. */
	leaveDrafts?: boolean | null;
};

const within = ({ centerId, fiscalYear, quarter }: QuarterInput) => {
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	return {
		center_id: centerId,
		started_first: Between(first, last),
		started_last: Between(first, last),
	};
};

const SHOWN = 10;
/** Of those that a program is told; the message has the count of all. */
const LISTED = 200;

/** Throws BAD_USER_INPUT with the engagements of the quarter that are not decided yet. */
async function checkDecided(
	{ manager }: Transaction,
	where: ReturnType<typeof within>,
	leaveDrafts: boolean,
): Promise<void> {
	const statuses = leaveDrafts ? ["SUBMITTED"] : ["SUBMITTED", "DRAFT", "RETURNED"];
	const open = await manager.find(EngagementRow, {
		select: { id: true, status: true },
		where: { ...where, status: In(statuses) },
		order: { id: "ASC" },
	});
	if (open.length === 0) return;
	const ids = open.slice(0, SHOWN).map(({ id, status }) => `${id} (${status})`);
	const more = open.length > SHOWN ? ` and ${open.length - SHOWN} more` : "";
	const drafts = open.some(({ status }) => status !== "SUBMITTED")
		? "; submit or discard drafts, or report with leaveDrafts: true, after which they can only be logged late"
		: "";
	const waiting = open.some(({ status }) => status === "SUBMITTED")
		? "; approve or return what is SUBMITTED"
		: "";
	const error = badInput(
		"quarter",
		`${open.length} engagements are open: ${ids.join(", ")}${more}${waiting}${drafts}`,
	);
	error.extensions.open = open.slice(0, LISTED).map(({ id, status }) => ({ id, status }));
	throw error;
}

/** Reports a center's quarter: what is approved becomes REPORTED, and the quarter is locked. A second report of it gets the first answer. */
export async function reportQuarter(context: Context, input: QuarterInput): Promise<QuarterRow> {
	const { centerId, fiscalYear, quarter } = input;
	return runCommand(context, {
		operation: "reportQuarter",
		key: null,
		content: input,
		permission: "report quarters",
		prefix: "",
		async check(actor) {
			checkOwnCenter(actor, centerId);
			throwFaults(faultsOf(fiscalYear, quarter), "");
		},
		lock: (manager) => lockQuarters(manager, centerId, "exclusive"),
		async change(transaction) {
			const { manager, actor } = transaction;
			const id = `${centerId}~${fiscalYear}~${quarter}`;
			const reported = await manager.findOneBy(QuarterRow, { id });
			if (reported) return reported;
			const where = within(input);
			await checkDecided(transaction, where, input.leaveDrafts === true);
			const rows = await manager.findBy(EngagementRow, { ...where, status: In(["APPROVED"]) });
			for (const row of rows)
				await changeEngagement(transaction, "reported", row, {
					status: nextStatus(transaction, "report", row),
				});
			const after: QuarterRow = {
				id,
				center_id: centerId,
				fiscal_year: fiscalYear,
				quarter,
				reported_at: new Date().toISOString(),
				reported_by: actor.subject,
				engagement_count: rows.length,
				sme_count: new Set(rows.map((row) => row.sme_id)).size,
				revision: 1,
			};
			await manager.insert(QuarterRow, after);
			const change = { type: "QUARTER", action: "reported", before: null, after } as const;
			await keepRevision(manager, actor, change);
			return after;
		},
	});
}
