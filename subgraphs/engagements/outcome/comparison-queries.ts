import sql, { type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { visibleEngagements, visibleOutcomes, visibleSmes } from "../policy.ts";
import type { ComparedFigure } from "./comparison-rules.ts";

/** With how many of the latest reports of a metric and currency a figure is compared at most. */
const MOST = 1000;

const COUNTED: Sql = sql(["o.verification NOT IN ('OUTLIER', 'DISPUTED', 'WITHDRAWN')"]);

/**
 * The figures of several outcomes, and what they are compared with: the latest reports of the same metrics, and all of the
 * same clients, as far as the viewer sees them. One statement, however many outcomes there are.
 */
export function comparedFigures(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ComparedFigure[]> {
	const these = sqlIn("o.id", ids);
	const latest = sql`SELECT o.id AS outcome_id, o.sme_id, o.verification, o.window_start, k.metric, k.currency, k.value, CASE WHEN ${these} THEN 1 ELSE 0 END AS asked, ROW_NUMBER() OVER (PARTITION BY k.metric, k.currency ORDER BY o.id DESC) AS place FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${visibleOutcomes(viewer)} AND (${COUNTED} OR ${these}) AND k.metric IN (SELECT x.metric FROM outcome_claims x WHERE ${sqlIn("x.outcome_id", ids)})`;
	const kind = sql`SELECT CASE WHEN MIN(e.kind) = MAX(e.kind) THEN MIN(e.kind) END FROM outcome_covers c JOIN engagements e ON e.id = c.engagement_id WHERE c.outcome_id = l.outcome_id AND ${visibleEngagements(viewer)}`;
	return database.read(
		sql`SELECT l.outcome_id, l.sme_id, l.verification, l.window_start, l.metric, l.currency, l.value, s.employees, (${kind}) AS kind FROM (${latest}) l LEFT JOIN smes s ON s.id = l.sme_id AND ${visibleSmes(viewer)} WHERE l.asked = 1 OR l.place <= ${MOST} OR l.sme_id IN (SELECT o.sme_id FROM outcomes o WHERE ${these})`,
	);
}
