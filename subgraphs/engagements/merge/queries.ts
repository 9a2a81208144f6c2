import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { type Reader, runIn } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";

/** A manufacturer's id and the ids of all that were merged into it. */
export async function subtreeOf(database: Reader, id: string): Promise<string[]> {
	const rows = await database.read<{ id: string }>(
		sql`WITH RECURSIVE t(id) AS (SELECT s.id FROM smes s WHERE s.id = ${id} UNION SELECT s.id FROM smes s JOIN t ON s.merged_into = t.id) SELECT id FROM t`,
	);
	return rows.map((row) => row.id);
}

/** The centers that have records of a manufacturer. */
export async function centersOf(database: Reader, smeId: string): Promise<string[]> {
	const of = (table: string) =>
		sql`SELECT x.center_id FROM ${raw(table)} x WHERE x.sme_id = ${smeId} AND x.center_id IS NOT NULL`;
	const rows = await database.read<{ center_id: string }>(
		sql`${of("engagements")} UNION ${of("outcomes")} UNION ${of("memberships")}`,
	);
	return rows.map((row) => row.center_id);
}

/** Covers of outcomes, neither withdrawn nor disputed, where either the outcome or the engagement, but not both, was recorded under these manufacturers. */
export async function coversAcross(
	database: Reader,
	smeIds: readonly string[],
): Promise<Array<{ outcome_id: string; engagement_id: string }>> {
	const inside = (alias: string) => sqlIn(`${alias}.logged_sme_id`, smeIds);
	return database.read(
		sql`SELECT c.outcome_id, c.engagement_id FROM outcomes o JOIN outcome_covers c ON c.outcome_id = o.id JOIN engagements e ON e.id = c.engagement_id WHERE ${inside("o")} AND NOT (${inside("e")}) AND o.verification NOT IN ('WITHDRAWN', 'DISPUTED') AND e.status <> 'VOIDED' UNION SELECT c.outcome_id, c.engagement_id FROM engagements e JOIN outcome_covers c ON c.engagement_id = e.id JOIN outcomes o ON o.id = c.outcome_id WHERE ${inside("e")} AND NOT (${inside("o")}) AND o.verification NOT IN ('WITHDRAWN', 'DISPUTED') AND e.status <> 'VOIDED'`,
	);
}

/** Sets the root of some manufacturers. */
export async function setRoots(
	manager: EntityManager,
	ids: readonly string[],
	rootId: string,
): Promise<void> {
	await runIn(manager, sql`UPDATE smes SET root_id = ${rootId} WHERE ${sqlIn("id", ids)}`);
}

async function moveRecords(manager: EntityManager, which: Sql, to: string): Promise<void> {
	await runIn(
		manager,
		sql`UPDATE engagements SET sme_id = ${to}, trace_id = ${`${to}~`} || kind || '~' || COALESCE(center_id, '') || '~' || COALESCE(institute_id, '') WHERE ${which}`,
	);
	await runIn(manager, sql`UPDATE outcomes SET sme_id = ${to} WHERE ${which}`);
	await runIn(manager, sql`UPDATE memberships SET sme_id = ${to} WHERE ${which}`);
}

/** Moves all records of one manufacturer to another; the id they were recorded under stays. */
export const moveAll = (manager: EntityManager, from: string, to: string): Promise<void> =>
	moveRecords(manager, sql`sme_id = ${from}`, to);

/** Moves the records that were recorded under some manufacturers to one of them. */
export const moveLogged = (
	manager: EntityManager,
	ids: readonly string[],
	to: string,
): Promise<void> => moveRecords(manager, sqlIn("logged_sme_id", ids), to);

/** A merged manufacturer with the revision that merged it. */
export type MergeRow = Pick<
	SmeRow,
	"id" | "root_id" | "name" | "city" | "state" | "revision" | "center_id"
> &
	Pick<RevisionRow, "at" | "subject" | "reason">;

const LAST_MERGE = raw(
	"r.record_type = 'SME' AND r.record_id = s.id AND r.action = 'merged' AND r.seq = (SELECT MAX(q.seq) FROM revisions q WHERE q.record_type = 'SME' AND q.record_id = s.id AND q.action = 'merged')",
);

/** Merges that were not undone, where the viewer sees both manufacturers. `smeIds` are those after merges, too. */
function standingMerges(viewer: Viewer, smeIds: readonly string[] | null | undefined): Sql {
	const which = smeIds
		? sql` AND (${sqlIn("s.id", smeIds)} OR ${sqlIn("s.root_id", smeIds)})`
		: empty;
	return sql`FROM smes s JOIN smes k ON k.id = s.root_id JOIN revisions r ON ${LAST_MERGE} WHERE s.merged_into IS NOT NULL AND (${visibleSmes(viewer)}) AND (${visibleSmes(viewer, "k")})${which}`;
}

/** One page, and one merge more, the latest first. */
export function mergePage(
	database: Database,
	viewer: Viewer,
	smeIds: readonly string[] | null | undefined,
	page: PageRequest,
): Promise<MergeRow[]> {
	const { between, order } = keyset(page, ["r.at", "s.id"], "DESC");
	return database.read(
		sql`SELECT s.id, s.root_id, s.name, s.city, s.state, s.revision, s.center_id, r.at, r.subject, r.reason ${standingMerges(viewer, smeIds)}${between} ${order}`,
	);
}

export async function countMerges(
	database: Database,
	viewer: Viewer,
	smeIds: readonly string[] | null | undefined,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count ${standingMerges(viewer, smeIds)}`,
	);
	return Number(row?.count ?? 0);
}
