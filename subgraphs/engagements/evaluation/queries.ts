import sql, { join } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { restrictTo, startedIn, type Whose } from "../figures/queries.ts";
import type { FiscalYear } from "../figures/rules.ts";
import { established, visibleEngagements } from "../policy.ts";

export type ActivityRow = {
	parent: string;
	transfers: number;
	/** Transfers whose instrument is known. */
	told: number;
	licences: number;
	sectors: number;
	trainings: number;
	trained: number | null;
};

/** What a year's engagements tell of transfers, licences, sectors reached and people trained. */
export function activity(
	database: Database,
	viewer: Viewer,
	whose: Whose,
	year: FiscalYear,
): Promise<ActivityRow[]> {
	const { parent, condition } = restrictTo(whose, "e");
	const sector = sql`(SELECT SUBSTR(s.naics, 1, 2) FROM smes s WHERE s.id = e.sme_id)`;
	const inner = sql`SELECT ${parent} AS parent, CASE WHEN e.kind = 'TECH_TRANSFER' THEN 1 ELSE 0 END AS transfer, CASE WHEN e.kind = 'TECH_TRANSFER' AND e.instrument IS NOT NULL THEN 1 ELSE 0 END AS told, CASE WHEN e.kind = 'TECH_TRANSFER' AND e.instrument = 'LICENSE' THEN 1 ELSE 0 END AS licence, CASE WHEN e.kind = 'TECH_TRANSFER' THEN ${sector} END AS sector, CASE WHEN e.kind = 'TRAINING' THEN e.people_trained END AS trained FROM engagements e WHERE ${join([condition, startedIn(year), established, visibleEngagements(viewer)], " AND ")}`;
	return database.read(
		sql`SELECT g.parent, SUM(g.transfer) AS transfers, SUM(g.told) AS told, SUM(g.licence) AS licences, COUNT(DISTINCT g.sector) AS sectors, COUNT(g.trained) AS trainings, SUM(g.trained) AS trained FROM (${inner}) AS g GROUP BY g.parent`,
	);
}
