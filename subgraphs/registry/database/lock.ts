import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";

/** Locks a part of the registry until the transaction ends; call it before reading anything in it. */
export async function lockPart(
	manager: EntityManager,
	part: "registry" | "supergraphs" | "operations",
): Promise<void> {
	await lock(manager, part);
}
