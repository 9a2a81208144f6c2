import sql, { type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { OutcomeClaimRow, OutcomeRow } from "../database/rows.ts";
import { visibleEngagements, visibleOutcomes } from "../policy.ts";

const COLUMNS: Sql = sql([
	"o.id, o.sme_id, o.center_id, o.institute_id, o.window_start, o.window_end, o.verification, o.revision, o.source_document, o.source_url, o.read_on",
]);

type OfParent = OutcomeRow & { parent: string };

export function outcomesOfSmes(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<OfParent[]> {
	return database.read(
		sql`SELECT o.sme_id AS parent, ${COLUMNS} FROM outcomes o WHERE ${among("o.sme_id", [...ids])} AND ${visibleOutcomes(viewer)} ORDER BY o.id`,
	);
}

export function outcomesOfEngagements(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<OfParent[]> {
	return database.read(
		sql`SELECT c.engagement_id AS parent, ${COLUMNS} FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id WHERE ${among("c.engagement_id", [...ids])} AND ${visibleOutcomes(viewer)} ORDER BY o.id`,
	);
}

export function outcomesByIds(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<OutcomeRow[]> {
	return database.read(
		sql`SELECT ${COLUMNS} FROM outcomes o WHERE ${among("o.id", [...ids])} AND ${visibleOutcomes(viewer)}`,
	);
}

export function claimsOf(database: Database, ids: readonly string[]): Promise<OutcomeClaimRow[]> {
	return database.read(
		sql`SELECT k.outcome_id, k.metric, k.value, k.currency, k.qualifier FROM outcome_claims k WHERE ${among("k.outcome_id", [...ids])} ORDER BY k.metric`,
	);
}

export function coveredBy(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<{ outcome_id: string; engagement_id: string }>> {
	return database.read(
		sql`SELECT c.outcome_id, c.engagement_id FROM outcome_covers c JOIN engagements e ON e.id = c.engagement_id WHERE ${among("c.outcome_id", [...ids])} AND ${visibleEngagements(viewer)} ORDER BY c.engagement_id`,
	);
}
