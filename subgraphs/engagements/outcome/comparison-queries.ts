import sql, { join, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { visibleEngagements, visibleOutcomes, visibleSmes } from "../policy.ts";
import type { ComparedFigure } from "./comparison-rules.ts";

/** With how many of the latest reports of its metric a figure is compared at most, and with how many of its client. */
const [MOST, MOST_OWN] = [1000, 100];

const COUNTED: Sql = sql(["o.verification NOT IN ('OUTLIER', 'DISPUTED', 'WITHDRAWN')"]);
const READ: Sql = sql([
	"o.id AS outcome_id, o.sme_id, o.verification, o.window_start, k.metric, k.currency, k.value",
]);
const COLUMNS: Sql = sql([
	"outcome_id, sme_id, verification, window_start, metric, currency, value",
]);

/**
 * The figures of several outcomes, and what they are compared with: the latest reports of their metrics, and the latest of
 * their clients, as far as the viewer sees them. One statement, however many outcomes there are.
 */
export function comparedFigures(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
	metrics: readonly string[],
): Promise<ComparedFigure[]> {
	const claims = sql`FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${visibleOutcomes(viewer)}`;
	// One part a metric, which reads outcomes from the latest on and stops.
	const latest = metrics.map(
		(metric) =>
			sql`SELECT * FROM (SELECT ${READ} ${claims} AND ${COUNTED} AND k.metric = ${metric} ORDER BY o.id DESC LIMIT ${MOST}) AS l`,
	);
	const numbered = sql`SELECT ${READ}, ROW_NUMBER() OVER (PARTITION BY o.sme_id, k.metric, k.currency ORDER BY o.id DESC) AS place ${claims} AND ${COUNTED} AND o.sme_id IN (SELECT c.sme_id FROM outcomes c WHERE ${sqlIn("c.id", ids)})`;
	const own = sql`SELECT ${COLUMNS} FROM (${numbered}) AS w WHERE w.place <= ${MOST_OWN}`;
	const asked = sql`SELECT ${READ} ${claims} AND ${sqlIn("o.id", ids)}`;
	// UNION leaves out what is in several of them.
	const all = join([...latest, own, asked], " UNION ");
	const kind = sql`SELECT CASE WHEN MIN(e.kind) = MAX(e.kind) THEN MIN(e.kind) END FROM outcome_covers c JOIN engagements e ON e.id = c.engagement_id WHERE c.outcome_id = a.outcome_id AND ${visibleEngagements(viewer)}`;
	return database.read(
		sql`SELECT a.outcome_id, a.sme_id, a.verification, a.window_start, a.metric, a.currency, a.value, s.employees, (${kind}) AS kind FROM (${all}) AS a LEFT JOIN smes s ON s.id = a.sme_id AND ${visibleSmes(viewer)} ORDER BY a.outcome_id, a.metric`,
	);
}
