import type { EntityManager } from "typeorm";
import { notFound } from "../../../shared/errors.ts";
import { hold } from "../database/lock.ts";
import { PartnerRow } from "../database/rows.ts";

/** The row for a change, with every other change of the registry kept waiting. Throws NOT_FOUND. */
export async function heldPartner(manager: EntityManager, id: string): Promise<PartnerRow> {
	await hold(manager, "registry");
	const row = await manager.findOneBy(PartnerRow, { id });
	if (!row) throw notFound("Partner", id);
	return row;
}
