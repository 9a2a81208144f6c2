import type { EntityManager } from "typeorm";

/**
 * Takes an advisory lock until the transaction ends, exclusive or shared. SQLite runs one writing transaction at a
 * time, so there is nothing to do there.
 */
export async function lock(
	manager: EntityManager,
	name: string,
	kind: "exclusive" | "shared" = "exclusive",
): Promise<void> {
	if (manager.connection.options.type !== "postgres") return;
	const take = kind === "exclusive" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
	await manager.query(`SELECT ${take}(hashtext($1))`, [`throughline.${name}`]);
}
