import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";

/**
 * Holds a part of the registry until the transaction ends; to be called before anything is read in it. An SQLite
 * transaction that reads first cannot write once another process has, so it begins with a write that changes nothing.
 */
export async function hold(
	manager: EntityManager,
	part: "registry" | "supergraphs" | "operations",
): Promise<void> {
	await lock(manager, part);
	if (manager.connection.options.type !== "postgres")
		await manager.query("UPDATE registry_state SET value = value WHERE id = 'hub'");
}
