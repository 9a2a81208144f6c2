import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";

/**
 * The locks of this subgraph, in the order in which a transaction takes them, so that two never wait for each other:
 * manufacturers, quarters of a center (by center), outcomes of a client, revisions.
 */

/** Nobody merges or unmerges manufacturers until the transaction ends; `exclusive`: nobody else writes under them either. */
export const lockManufacturers = (manager: EntityManager, kind: "exclusive" | "shared" = "shared") =>
	lock(manager, "manufacturers", kind);

/** Nobody reports a quarter of the center until the transaction ends; `exclusive`: nobody changes its engagements either. */
export const lockQuarters = (
	manager: EntityManager,
	centerId: string | null | undefined,
	kind: "exclusive" | "shared" = "shared",
) => lock(manager, `quarters of ${centerId}`, kind);

/** Nobody reports an outcome of the client about the same provider until the transaction ends. */
export const lockOutcomes = (manager: EntityManager, smeId: string, provider: string) =>
	lock(manager, `outcomes of ${smeId} ${provider}`);
