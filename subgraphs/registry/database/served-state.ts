import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { StateRow } from "./rows.ts";

/** The registry's id: a proof made for one registry is refused by another. */
export async function hubId(database: Database): Promise<string> {
	const [row] = await database.read<StateRow>(
		sql`SELECT s.id, s.value FROM registry_state s WHERE s.id = 'hub'`,
	);
	return row?.value ?? "";
}

/** Signals every gateway on this database that what is served may have changed. */
export async function noteServedChanged(manager: EntityManager): Promise<void> {
	await manager.update(StateRow, { id: "served" }, { value: randomUUID() });
}

/** Another text after each change of what is served, and when a grant of those that are recorded runs out. `now`: ISO 8601. */
export async function servedState(database: Database, now: string): Promise<string> {
	const [row] = await database.read<{ value: string; ended: number }>(
		sql`SELECT s.value, (SELECT COUNT(*) FROM grants g WHERE g.expires_at <= ${now}) AS ended FROM registry_state s WHERE s.id = 'served'`,
	);
	return `${row?.value} ${row?.ended}`;
}
