import { randomUUID } from "node:crypto";
import { type EntityManager, IsNull } from "typeorm";
import { badFields } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { GrantRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { lockPartner } from "../partner/lock.ts";
import { authorise } from "../policy.ts";
import { grantFaults } from "./rules.ts";
import type { GrantPartnerInput } from "./type.ts";

type Wanted = Pick<
	GrantRow,
	"partner_id" | "kind" | "type" | "field" | "purpose" | "consumer" | "expires_at"
>;

/** A grant that says the same and was not revoked. */
async function sameGrant(manager: EntityManager, wanted: Wanted): Promise<GrantRow | null> {
	const { field, expires_at } = wanted;
	return manager.findOneBy(GrantRow, {
		...wanted,
		field: field ?? IsNull(),
		expires_at: expires_at ?? IsNull(),
		revoked_at: IsNull(),
	});
}

/** Records a grant. The same one again changes nothing, so that it can be sent again where the answer was lost. */
export async function grantPartner(context: Context, input: GrantPartnerInput): Promise<GrantRow> {
	const actor = authorise(context.viewer, "grant fields");
	const faults = grantFaults(input, new Date());
	if (faults.length > 0) throw badFields(faults);
	return context.database.write(async (manager) => {
		const partner = await lockPartner(manager, input.partnerId);
		const wanted = {
			partner_id: partner.id,
			kind: input.kind,
			type: input.type,
			field: input.field ?? null,
			purpose: input.purpose,
			consumer: input.consumer,
			expires_at: input.expiresAt ? new Date(input.expiresAt).toISOString() : null,
		};
		const before = await sameGrant(manager, wanted);
		if (before) return before;
		const row: GrantRow = {
			id: `grant_${randomUUID()}`,
			...wanted,
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
