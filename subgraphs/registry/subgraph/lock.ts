import type { EntityManager } from "typeorm";
import { HubError, notFound } from "../../../shared/errors.ts";

import { type PartnerRow, SubgraphRow } from "../database/rows.ts";
import { lockPartner } from "../partner/lock.ts";

/** A partner, locked, for a change of its subgraphs. Throws FORBIDDEN where it has been suspended. */
export async function lockActivePartner(
	manager: EntityManager,
	partnerId: string,
): Promise<PartnerRow> {
	const partner = await lockPartner(manager, partnerId);
	if (partner.status === "SUSPENDED")
		throw new HubError("FORBIDDEN", `The partner "${partnerId}" is suspended`);
	return partner;
}

/** A subgraph, locked: other changes of the registry wait until the transaction ends. Throws NOT_FOUND. */
export async function lockSubgraph(
	manager: EntityManager,
	name: string,
	partnerId: string,
): Promise<SubgraphRow> {
	await lockPartner(manager, partnerId);
	const row = await manager.findOneBy(SubgraphRow, { id: name });
	if (!row) throw notFound("Subgraph", name);
	return row;
}
