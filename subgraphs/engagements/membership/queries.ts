import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import {
	keysOnly,
	type ListOfParents,
	pagesOfParents,
} from "../../../shared/pagination/pages-of-parents.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { MembershipRow } from "../database/rows.ts";
import { visibleMemberships } from "../policy.ts";

/** The column that names whose memberships are read. */
export type Parent = "sme_id" | "institute_id";

/** The memberships of one manufacturer that the viewer sees. */
export function membershipsOf(
	database: Reader,
	viewer: Viewer,
	smeId: string,
): Promise<MembershipRow[]> {
	return database.read(
		sql`SELECT m.* FROM memberships m WHERE m.sme_id = ${smeId} AND ${visibleMemberships(viewer)} ORDER BY m.id`,
	);
}

export function membershipsByIds(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<MembershipRow[]> {
	return database.read(
		sql`SELECT m.* FROM memberships m WHERE ${sqlIn("m.id", ids)} AND ${visibleMemberships(viewer)}`,
	);
}

/** Reads one page (and one row more) for each parent, by id, in one statement. */
export function membershipPages(
	database: Database,
	viewer: Viewer,
	column: Parent,
	parents: readonly string[],
	page: PageRequest,
): Promise<Array<MembershipRow & { parent: string }>> {
	const list: ListOfParents = {
		table: "memberships m",
		columns: raw("m.*"),
		whereOf: (parent) => sql`${raw(`m.${column}`)} = ${parent} AND ${visibleMemberships(viewer)}`,
		order: ["m.id"],
		direction: "ASC",
	};
	return pagesOfParents(database, list, keysOnly(parents), page);
}

export async function countMemberships(
	database: Database,
	viewer: Viewer,
	column: Parent,
	parents: readonly string[],
): Promise<Map<string, number>> {
	const by = raw(`m.${column}`);
	const rows = await database.read<{ parent: string; count: number }>(
		sql`SELECT ${by} AS parent, COUNT(*) AS count FROM memberships m WHERE ${sqlIn(`m.${column}`, parents)} AND ${visibleMemberships(viewer)} GROUP BY ${by}`,
	);
	return new Map(rows.map((row) => [row.parent, Number(row.count)]));
}

/** Conditions of a list of memberships; an absent one matches all. */
export type MembershipFilter = {
	smeIds?: string[] | null;
	instituteIds?: string[] | null;
	/** A day, 2018-03-07. */
	inForceOn?: string;
	visibilities?: string[] | null;
};

function conditionsOf(viewer: Viewer, filter: MembershipFilter): Sql {
	const { smeIds, instituteIds, inForceOn, visibilities } = filter;
	const found: Sql[] = [sql`(${visibleMemberships(viewer)})`];
	if (smeIds) found.push(sqlIn("m.sme_id", smeIds));
	if (instituteIds) found.push(sqlIn("m.institute_id", instituteIds));
	// The same rule as `inForce`: a date to the month or year counts as its first day, and as its last where it is the end.
	if (inForceOn)
		found.push(
			sql`(m.started_on IS NULL OR m.started_on <= ${inForceOn})`,
			sql`(m.ended_on IS NULL OR m.ended_on >= substr(${inForceOn}, 1, length(m.ended_on)))`,
		);
	if (visibilities) found.push(sqlIn("m.visibility", visibilities));
	return join(found, " AND ");
}

/** One page, and one row more, the latest recorded first. */
export function membershipPage(
	database: Database,
	viewer: Viewer,
	filter: MembershipFilter,
	page: PageRequest,
): Promise<MembershipRow[]> {
	const { between, order } = keyset(page, ["m.id"], "DESC");
	return database.read(
		sql`SELECT m.* FROM memberships m WHERE ${conditionsOf(viewer, filter)}${between} ${order}`,
	);
}

export async function countListed(
	database: Database,
	viewer: Viewer,
	filter: MembershipFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM memberships m WHERE ${conditionsOf(viewer, filter)}`,
	);
	return Number(row?.count ?? 0);
}
