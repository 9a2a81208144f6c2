import { badFields } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { PartnerKeyRow, type PartnerRow } from "../database/rows.ts";
import { appendToLog } from "../log/append.ts";
import { provenActor } from "../policy.ts";
import { insertKey, readKey } from "./key.ts";
import { lockPartner } from "./lock.ts";
import { endOfOld, overlapFaults } from "./rules.ts";

/** Adds a key, and ends those before it after `overlapHours`; none ends at once those that somebody else may hold. */
export async function rotatePartnerKey(
	context: Context,
	input: { partnerId: string; key: string; overlapHours: number; proof?: string | null },
): Promise<PartnerRow> {
	const { partnerId, overlapHours, proof } = input;
	const faults = overlapFaults(overlapHours);
	if (faults.length > 0) throw badFields(faults);
	const key = await readKey("key", input.key);
	const actor = await provenActor(
		context,
		"rotatePartnerKey",
		{ partner: partnerId, proof },
		{ kid: key.id, overlapHours },
	);
	return context.database.write(async (manager) => {
		const partner = await lockPartner(manager, partnerId);
		const now = new Date();
		for (const old of await manager.findBy(PartnerKeyRow, { partner_id: partnerId })) {
			const expires_at = endOfOld(now, overlapHours, old.expires_at);
			await manager.update(PartnerKeyRow, { id: old.id }, { expires_at });
		}
		await insertKey(manager, partnerId, key, now.toISOString());
		await appendToLog(manager, actor, {
			action: "rotatePartnerKey",
			partnerId,
			detail: { key: key.jwk, kid: key.id, overlapHours },
		});
		return partner;
	});
}
