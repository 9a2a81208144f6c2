import { Between, type EntityManager, In } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { badInput, type FieldFault } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { QuarterRow } from "../database/record-rows.ts";
import { EngagementRow } from "../database/rows.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { changeEngagement } from "../engagement/store.ts";
import { authorised, checkOwn } from "../policy.ts";
import { latestToday, throwFaults } from "../record/checks.ts";
import { keepRevision } from "../record/revise.ts";

function faultsOf(fiscalYear: number, quarter: number): FieldFault[] {
	const faults: FieldFault[] = [];
	if (fiscalYear < 1988 || fiscalYear > 2200)
		faults.push({
			path: "fiscalYear",
			message: `${fiscalYear} is out of range; 1988 is the first year of MEP`,
		});
	if (quarter < 1 || quarter > 4)
		faults.push({ path: "quarter", message: `${quarter} is no quarter; 1 is October to December` });
	if (faults.length === 0 && daysOfQuarter(fiscalYear, quarter).last >= latestToday())
		faults.push({ path: "quarter", message: "has not ended yet" });
	return faults;
}

const within = (centerId: string, fiscalYear: number, quarter: number) => {
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	return {
		center_id: centerId,
		started_first: Between(first, last),
		started_last: Between(first, last),
	};
};

async function checkDecided(
	manager: EntityManager,
	where: ReturnType<typeof within>,
): Promise<void> {
	const waiting = await manager.countBy(EngagementRow, { ...where, status: "SUBMITTED" });
	if (waiting > 0)
		throw badInput("quarter", `${waiting} engagements are SUBMITTED; approve or return them first`);
}

/** Reports a center's quarter: what is approved becomes REPORTED, and the quarter is locked. A second report of it gets the first answer. */
export async function reportQuarter(
	context: Context,
	centerId: string,
	fiscalYear: number,
	quarter: number,
): Promise<QuarterRow> {
	const actor = authorised(context.viewer, "report quarters");
	checkOwn(actor, centerId);
	throwFaults(faultsOf(fiscalYear, quarter), "");
	return context.database.write(async (manager) => {
		await lock(manager, `quarters of ${centerId}`);
		const id = `${centerId}~${fiscalYear}~${quarter}`;
		const reported = await manager.findOneBy(QuarterRow, { id });
		if (reported) return reported;
		const where = within(centerId, fiscalYear, quarter);
		await checkDecided(manager, where);
		const rows = await manager.findBy(EngagementRow, { ...where, status: In(["APPROVED"]) });
		for (const row of rows)
			await changeEngagement(manager, actor, "reported", row, { status: "REPORTED" });
		const report: QuarterRow = {
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
		await manager.insert(QuarterRow, report);
		await keepRevision(manager, actor, {
			type: "QUARTER",
			action: "reported",
			before: null,
			after: report,
		});
		return report;
	});
}
