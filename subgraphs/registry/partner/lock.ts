import type { EntityManager } from "typeorm";
import { notFound } from "../../../shared/errors.ts";
import { lockPart } from "../database/lock.ts";
import { PartnerRow } from "../database/rows.ts";

/** The row, locked: other changes of the registry wait until the transaction ends. Throws NOT_FOUND. */
export async function lockPartner(manager: EntityManager, id: string): Promise<PartnerRow> {
	await lockPart(manager, "registry");
	const row = await manager.findOneBy(PartnerRow, { id });
	if (!row) throw notFound("Partner", id);
	return row;
}
