import sql, { join, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { type FigureScope, restrictTo, startedIn } from "../figures/queries.ts";
import type { FiscalYear } from "../figures/rules.ts";
import { established, visibleEngagements } from "../policy.ts";
import { sectorOf } from "../sme/naics.ts";

export type ActivityRow = {
	parent: string;
	transfers: number;
	/** Transfers whose instrument is known, and of how many manufacturers; those by licence. */
	known_instruments: number;
	instrument_smes: number;
	licences: number;
	/** Transfers to manufacturers whose NAICS code is known, how many those are, and their sectors. */
	known_sectors: number;
	sector_smes: number;
	sectors: number;
	trainings: number;
	/** Trainings that say how many people were trained, and of how many manufacturers; those people. */
	counted_trainings: number;
	trained_smes: number;
	trained: number | null;
};

const SECTOR = raw(sectorOf("s.naics"));

const COLUMNS = raw(
	"SUM(g.transfer) AS transfers, COUNT(g.instrument) AS known_instruments, " +
		"COUNT(DISTINCT CASE WHEN g.instrument IS NOT NULL THEN g.sme_id END) AS instrument_smes, " +
		"SUM(CASE WHEN g.instrument = 'LICENSE' THEN 1 ELSE 0 END) AS licences, " +
		"COUNT(g.sector) AS known_sectors, COUNT(DISTINCT g.sector) AS sectors, " +
		"COUNT(DISTINCT CASE WHEN g.sector IS NOT NULL THEN g.sme_id END) AS sector_smes, " +
		"SUM(g.training) AS trainings, COUNT(g.trained) AS counted_trainings, " +
		"COUNT(DISTINCT CASE WHEN g.trained IS NOT NULL THEN g.sme_id END) AS trained_smes, " +
		"SUM(g.trained) AS trained",
);

/** Transfers, licences, sectors and people trained in the engagements of a year. */
export function activity(
	database: Database,
	viewer: Viewer,
	scope: FigureScope,
	year: FiscalYear,
): Promise<ActivityRow[]> {
	const { parent, condition } = restrictTo(scope, "e");
	const sector = sql`(SELECT ${SECTOR} FROM smes s WHERE s.id = e.sme_id)`;
	const inner = sql`SELECT ${parent} AS parent, e.sme_id, CASE WHEN e.kind = 'TECH_TRANSFER' THEN 1 ELSE 0 END AS transfer, CASE WHEN e.kind = 'TECH_TRANSFER' THEN e.instrument END AS instrument, CASE WHEN e.kind = 'TECH_TRANSFER' THEN ${sector} END AS sector, CASE WHEN e.kind = 'TRAINING' THEN 1 ELSE 0 END AS training, CASE WHEN e.kind = 'TRAINING' THEN e.people_trained END AS trained FROM engagements e WHERE ${join([condition, startedIn(year), established, visibleEngagements(viewer)], " AND ")}`;
	return database.read(sql`SELECT g.parent, ${COLUMNS} FROM (${inner}) AS g GROUP BY g.parent`);
}
