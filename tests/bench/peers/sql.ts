import { serveAnswers } from "./answer.ts";
import { openTables } from "./tables.ts";

const SEEN = "e.visibility = 'PUBLIC' AND e.status IN ('APPROVED', 'REPORTED', 'AMENDED')";

/** Each operation as one statement that builds the JSON itself. */
const STATEMENTS: Record<string, string> = {
	Latest: `SELECT json_object('data', json_object('sme', json_object('id', s.id, 'name', s.name, 'engagements', json_object('nodes', json((
		SELECT json_group_array(json_object('id', e.id, 'kind', e.kind, 'startedOn', e.started_on,
			'center', json(CASE WHEN c.id IS NULL THEN NULL ELSE json_object('id', c.id, 'name', c.name) END),
			'institute', json(CASE WHEN i.id IS NULL THEN NULL ELSE json_object('id', i.id, 'name', i.name) END)))
		FROM (SELECT * FROM engagements e WHERE e.sme_id = s.id AND ${SEEN} ORDER BY e.started_first DESC, e.id DESC LIMIT 20) e
		LEFT JOIN mep.mep_centers c ON c.id = e.center_id LEFT JOIN institutes.institutes i ON i.id = e.institute_id)))))) AS body
		FROM smes s WHERE s.id = ?`,
	Trainings: `SELECT json_object('data', json_object('mepCenters', json_object('nodes', json_group_array(
		json_object('id', c.id, 'name', c.name, 'engagements', json_object('nodes', json((
			SELECT json_group_array(json_object('id', e.id, 'startedOn', e.started_on, 'sme', json_object('id', s.id, 'name', s.name, 'state', s.state)))
			FROM (SELECT e.id, e.started_on, e.sme_id FROM engagements e WHERE e.center_id = c.id AND e.kind = 'TRAINING' AND ${SEEN}
				ORDER BY e.started_first DESC, e.id DESC LIMIT 10) e
			JOIN smes s ON s.id = e.sme_id)))))))) AS body FROM (SELECT id, name FROM mep.mep_centers ORDER BY id) c`,
	Totals: `SELECT json_object('data', json_object('traceTotals', json_group_array(json_object('kind', t.kind,
		'center', json(CASE WHEN c.id IS NULL THEN NULL ELSE json_object('id', c.id, 'name', c.name) END),
		'engagementCount', t.engagements, 'smeCount', t.smes)))) AS body
		FROM (SELECT e.kind, e.center_id, COUNT(*) AS engagements, COUNT(DISTINCT e.sme_id) AS smes FROM engagements e WHERE ${SEEN}
			GROUP BY e.kind, e.center_id) t LEFT JOIN mep.mep_centers c ON c.id = t.center_id`,
};

const [port, dataDir] = process.argv.slice(2) as [string, string];
const tables = await openTables(dataDir);
const prepared = new Map(
	Object.entries(STATEMENTS).map(([name, statement]) => [
		name,
		tables.prepare<{ body: string }>(statement),
	]),
);

serveAnswers(Number(port), async ({ operationName, variables }) => {
	const rows = await prepared.get(operationName ?? "")?.(Object.values(variables ?? {}));
	return rows?.[0]?.body ?? '{"data":null}';
});
