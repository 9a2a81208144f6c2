import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { EntitlementRow, TierRow } from "../database/rows.ts";

/** The tiers of several institutes, the highest first. */
export function tiersOf(database: Database, instituteIds: readonly string[]): Promise<TierRow[]> {
	return database.read(
		sql`SELECT t.* FROM tiers t WHERE ${sqlIn("t.institute_id", instituteIds)} ORDER BY t.institute_id, t.rank`,
	);
}

export function tiersByIds(database: Database, ids: readonly string[]): Promise<TierRow[]> {
	return database.read(sql`SELECT t.* FROM tiers t WHERE ${sqlIn("t.id", ids)}`);
}

export function entitlementsByIds(
	database: Database,
	ids: readonly string[],
): Promise<EntitlementRow[]> {
	return database.read(sql`SELECT e.* FROM entitlements e WHERE ${sqlIn("e.id", ids)}`);
}

export function entitlementsOf(
	database: Database,
	tierIds: readonly string[],
): Promise<EntitlementRow[]> {
	return database.read(
		sql`SELECT e.* FROM entitlements e WHERE ${sqlIn("e.tier_id", tierIds)} ORDER BY e.id`,
	);
}
