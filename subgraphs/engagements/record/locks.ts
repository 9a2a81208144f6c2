import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";

/**
 * The locks of this subgraph, in the order in which transactions take them, which prevents deadlocks:
 * manufacturers, quarters of a center (by center), outcomes of a client, revisions.
 */

/** Prevents merges and unmerges until the transaction ends; `exclusive`: also prevents other writes to records of manufacturers. */
export const lockManufacturers = (
	manager: EntityManager,
	kind: "exclusive" | "shared" = "shared",
) => lock(manager, "manufacturers", kind);

/** Prevents reports of the center's quarters until the transaction ends; `exclusive`: also prevents changes of its engagements. */
export const lockQuarters = (
	manager: EntityManager,
	centerId: string | null | undefined,
	kind: "exclusive" | "shared" = "shared",
) => lock(manager, `quarters of ${centerId}`, kind);

/** Prevents other outcome reports of the client about the same provider until the transaction ends. */
export const lockOutcomes = (manager: EntityManager, smeId: string, provider: string) =>
	lock(manager, `outcomes of ${smeId} ${provider}`);
