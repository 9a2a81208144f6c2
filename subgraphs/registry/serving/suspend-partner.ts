import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { PartnerRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { lockPartner } from "../partner/lock.ts";
import { authorise } from "../policy.ts";
import { withDependents } from "../subgraph/log-dependents.ts";

/** Suspends a partner at once, or reinstates it. The same again changes nothing. */
export async function setPartnerStatus(
	context: Context,
	id: string,
	status: "ACTIVE" | "SUSPENDED",
	reason: string,
): Promise<PartnerRow> {
	const actor = authorise(context.viewer, "suspend partners");
	if (reason.trim() === "") throw badInput("reason", "is empty; say why in a sentence");
	return context.database.write(async (manager) => {
		const before = await lockPartner(manager, id);
		if (before.status === status) return before;
		const after = { ...before, status, status_reason: status === "SUSPENDED" ? reason : null };
		const action = status === "SUSPENDED" ? "suspendPartner" : "reinstatePartner";
		await withDependents(manager, { action, partnerId: id }, async () => {
			await manager.update(PartnerRow, { id }, after);
			await noteServedChanged(manager);
			await appendToLog(manager, actor, { action, partnerId: id, detail: { reason } });
		});
		return after;
	});
}
