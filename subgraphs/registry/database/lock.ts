import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";

/** Holds a part of the registry until the transaction ends; to be called before anything is read in it. */
export async function hold(
	manager: EntityManager,
	part: "registry" | "supergraphs" | "operations",
): Promise<void> {
	await lock(manager, part);
}
