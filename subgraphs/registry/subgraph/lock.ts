import type { EntityManager } from "typeorm";
import { HubError, notFound } from "../../../shared/errors.ts";

import { type PartnerRow, SubgraphRow } from "../database/rows.ts";
import { heldPartner } from "../partner/lock.ts";

/** A partner for a change of its subgraphs. Throws FORBIDDEN where it was suspended meanwhile. */
export async function heldActive(manager: EntityManager, partnerId: string): Promise<PartnerRow> {
	const partner = await heldPartner(manager, partnerId);
	if (partner.status === "SUSPENDED")
		throw new HubError("FORBIDDEN", `The partner "${partnerId}" is suspended`);
	return partner;
}

/** A subgraph for a change, with every other change of the registry kept waiting. Throws NOT_FOUND. */
export async function heldSubgraph(
	manager: EntityManager,
	name: string,
	partnerId: string,
): Promise<SubgraphRow> {
	await heldPartner(manager, partnerId);
	const row = await manager.findOneBy(SubgraphRow, { id: name });
	if (!row) throw notFound("Subgraph", name);
	return row;
}
