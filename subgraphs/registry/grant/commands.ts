import { randomUUID } from "node:crypto";
import { badFields, badInput, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { hold } from "../database/lock.ts";
import { GrantRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { heldPartner } from "../partner/lock.ts";
import { authorised } from "../policy.ts";
import { grantFaults } from "./rules.ts";
import type { GrantPartnerInput } from "./type.ts";

export async function grantPartner(context: Context, input: GrantPartnerInput): Promise<GrantRow> {
	const actor = authorised(context.viewer, "grant fields");
	const faults = grantFaults(input, new Date());
	if (faults.length > 0) throw badFields(faults);
	return context.database.write(async (manager) => {
		const partner = await heldPartner(manager, input.partnerId);
		const row: GrantRow = {
			id: `grant_${randomUUID()}`,
			partner_id: partner.id,
			kind: input.kind,
			type: input.type,
			field: input.field ?? null,
			purpose: input.purpose,
			consumer: input.consumer,
			expires_at: input.expiresAt ? new Date(input.expiresAt).toISOString() : null,
			granted_at: new Date().toISOString(),
			granted_by: actor.by,
			revoked_at: null,
		};
		await manager.insert(GrantRow, row);
		await noteServedChanged(manager);
		const { id, kind, type, field, purpose, consumer, expires_at: expiresAt } = row;
		await appendToLog(manager, actor, {
			action: "grantPartner",
			partnerId: partner.id,
			detail: { id, kind, type, field, purpose, consumer, expiresAt },
		});
		return row;
	});
}

/** Takes a grant back at once. The same again changes nothing. */
export async function revokeGrant(context: Context, id: string, reason: string): Promise<GrantRow> {
	const actor = authorised(context.viewer, "grant fields");
	if (reason.trim() === "") throw badInput("reason", "is empty; say why in a sentence");
	return context.database.write(async (manager) => {
		await hold(manager, "registry");
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
