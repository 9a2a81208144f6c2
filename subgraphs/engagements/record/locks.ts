import type { EntityManager } from "typeorm";
import { lock, lockFree } from "../../../shared/database/lock.ts";

/**
 * The locks of this subgraph, in the order in which transactions take them, which prevents deadlocks:
 * manufacturers, closing of quarters, quarters of a center (by center), outcomes of a client, releases, revisions.
 */

/** Prevents merges and unmerges until the transaction ends; `exclusive`: also prevents other writes to records of manufacturers. */
export const lockManufacturers = (
	manager: EntityManager,
	kind: "exclusive" | "shared" = "shared",
) => lock(manager, "manufacturers", kind);

const quartersOf = (centerId: string | null | undefined) => `quarters of ${centerId}`;

/** Prevents reports of the center's quarters until the transaction ends; `exclusive`: also prevents changes of its engagements. */
export const lockQuarters = (
	manager: EntityManager,
	centerId: string | null | undefined,
	kind: "exclusive" | "shared" = "shared",
) => lock(manager, quartersOf(centerId), kind);

/** The same for several centers, but without waiting; those of them whose quarters are being reported. */
export async function lockFreeQuarters<C extends string | null | undefined>(
	manager: EntityManager,
	centerIds: readonly C[],
): Promise<Set<C>> {
	const centers = [...new Set(centerIds)].sort();
	const taken = await lockFree(manager, centers.map(quartersOf));
	return new Set(centers.filter((center) => taken.has(quartersOf(center))));
}

/** Prevents that others close a quarter of the network until the transaction ends. */
export const lockClosing = (manager: EntityManager) => lock(manager, "closing of quarters");

/** Prevents that others publish a release until the transaction ends. */
export const lockReleases = (manager: EntityManager) => lock(manager, "releases");

/** Name of the lock that prevents all changes of records until the transaction ends; those under way have ended. */
export const REVISIONS = "revisions";

export const lockRevisions = (manager: EntityManager) => lock(manager, REVISIONS);

/** Prevents other outcome reports of the client about the same provider until the transaction ends. */
export const lockOutcomes = (manager: EntityManager, smeId: string, provider: string) =>
	lock(manager, `outcomes of ${smeId} ${provider}`);
