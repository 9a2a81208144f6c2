import type { EntityManager } from "typeorm";

/**
 * Holds `name` until the transaction ends, alone or with others that share it. SQLite writes one transaction at a
 * time anyway, so there it costs nothing.
 */
export async function lock(
	manager: EntityManager,
	name: string,
	kind: "alone" | "shared" = "alone",
): Promise<void> {
	if (manager.connection.options.type !== "postgres") return;
	const take = kind === "alone" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
	await manager.query(`SELECT ${take}(hashtext($1))`, [`throughline.${name}`]);
}
