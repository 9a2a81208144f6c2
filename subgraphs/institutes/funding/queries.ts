import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { FundingPhaseRow } from "../database/rows.ts";

/** The phases of a program's funding, earliest first. */
export function allPhases(database: Database): Promise<FundingPhaseRow[]> {
	return database.read(sql`SELECT p.* FROM funding_phases p ORDER BY p.from_year`);
}
