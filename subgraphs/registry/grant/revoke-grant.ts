import { badInput, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { lockPart } from "../database/lock.ts";
import { GrantRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { authorise } from "../policy.ts";

/** Revokes a grant at once. Repeating it changes nothing. */
export async function revokeGrant(context: Context, id: string, reason: string): Promise<GrantRow> {
	const actor = authorise(context.viewer, "grant fields");
	if (reason.trim() === "") throw badInput("reason", "is empty; say why in a sentence");
	return context.database.write(async (manager) => {
		await lockPart(manager, "registry");
		const before = await manager.findOneBy(GrantRow, { id });
		if (!before) throw notFound("PartnerGrant", id);
		if (before.revoked_at !== null) return before;
		const after = { ...before, revoked_at: new Date().toISOString() };
		await manager.update(GrantRow, { id }, after);
		await noteServedChanged(manager);
		await appendToLog(manager, actor, {
			action: "revokeGrant",
			partnerId: before.partner_id,
			detail: { id, kind: before.kind, type: before.type, field: before.field, reason },
		});
		return after;
	});
}
