import { randomUUID } from "node:crypto";
import { badFields } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { GrantRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { lockPartner } from "../partner/lock.ts";
import { authorise } from "../policy.ts";
import { grantFaults } from "./rules.ts";
import type { GrantPartnerInput } from "./type.ts";

export async function grantPartner(context: Context, input: GrantPartnerInput): Promise<GrantRow> {
	const actor = authorise(context.viewer, "grant fields");
	const faults = grantFaults(input, new Date());
	if (faults.length > 0) throw badFields(faults);
	return context.database.write(async (manager) => {
		const partner = await lockPartner(manager, input.partnerId);
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
