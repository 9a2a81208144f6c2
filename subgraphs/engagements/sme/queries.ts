import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { type Reader } from "../../../shared/database/reader-in.ts";
import { containsWords, likePattern } from "../../../shared/database/search.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";
import { type HistoryFilter, historyConditions } from "../record/filter.ts";
import { smeConditions } from "./filter.ts";
import type { Sme } from "./type.ts";

/** A row of which only some columns were read. */
export type PartialSmeRow = Pick<SmeRow, "id" | "name"> & Partial<SmeRow>;

/** The columns that each field needs. */
const COLUMNS: Record<Exclude<keyof Sme, "id" | "centerId"> | "history", Array<keyof SmeRow>> = {
	name: ["name"],
	city: ["city"],
	state: ["state"],
	naics: ["naics"],
	employees: ["employees"],
	isSmall: ["employees", "larger_group"],
	synthetic: ["synthetic"],
	revision: ["revision", "center_id"],
	history: ["center_id"],
	removed: ["removed"],
};

/** Every field of a manufacturer that its row holds. */
export const STORED_FIELDS = Object.keys(COLUMNS);

function columnsOf(fields: Iterable<string>): Sql {
	const columns = new Set<string>(["id", "name"]);
	for (const field of fields)
		for (const column of COLUMNS[field as keyof typeof COLUMNS] ?? []) columns.add(column);
	return raw([...columns].map((column) => `s.${column}`).join(", "));
}

export type SmeFilter = {
	ids?: string[] | null;
	states?: string[] | null;
	naicsPrefix?: string | null;
	isSmall?: boolean | null;
	search?: string | null;
	history?: HistoryFilter;
};

function conditionsOf(filter: SmeFilter, viewer: Viewer): Sql[] {
	// COALESCE keeps the planner from the index on `merged_into`, which nearly all rows match.
	const found = [visibleSmes(viewer), sql`COALESCE(s.merged_into, '') = ''`, sql`NOT s.removed`];
	if (filter.ids) found.push(sqlIn("s.id", filter.ids));
	const { states, naicsPrefix, isSmall } = filter;
	found.push(
		...smeConditions({
			smeStates: states ?? undefined,
			naicsPrefix: naicsPrefix || undefined,
			isSmall: isSmall ?? undefined,
		}),
	);
	if (filter.search) found.push(containsWords("s.search_name", filter.search));
	if (filter.history) found.push(...historyConditions("SME", "s", filter.history, viewer));
	return found;
}

/** Reads one page (and one row more) of manufacturers, by name and id. */
export function smePage(
	database: Database,
	viewer: Viewer,
	filter: SmeFilter,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<PartialSmeRow[]> {
	const { between, order } = keyset(page, ["s.name", "s.id"]);
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM smes s WHERE ${join(conditionsOf(filter, viewer), " AND ")}${between} ${order}`,
	);
}

export async function countSmes(
	database: Database,
	viewer: Viewer,
	filter: SmeFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM smes s WHERE ${join(conditionsOf(filter, viewer), " AND ")}`,
	);
	return Number(row?.count ?? 0);
}

/** Manufacturers by id; the id of one that was merged gives the one it was merged into, as `asked`. */
export async function smesByIds(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<Array<PartialSmeRow & { asked: string }>> {
	return database.read(
		sql`SELECT k.id AS asked, ${columnsOf(fields)} FROM smes k JOIN smes s ON s.id = k.root_id WHERE ${sqlIn("k.id", ids)} AND ${visibleSmes(viewer)} AND ${visibleSmes(viewer, "k")}`,
	);
}

/** The manufacturers under which records of some ids count after merges, where the viewer sees them. */
export function rootsByIds(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<Pick<SmeRow, "id" | "employees" | "visibility"> & { asked: string }>> {
	return database.read(
		sql`SELECT k.id AS asked, s.id, s.employees, s.visibility FROM smes k JOIN smes s ON s.id = k.root_id WHERE ${sqlIn("k.id", ids)} AND ${visibleSmes(viewer)} AND ${visibleSmes(viewer, "k")}`,
	);
}

/** Those of `ids` that do not exist or that the viewer may not see. */
export async function unseenSmes(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<string[]> {
	const seen = new Set((await smesByIds(database, viewer, ids, [])).map((row) => row.asked));
	return ids.filter((id) => !seen.has(id));
}

/** The ids that some manufacturers have after merges. */
export async function rootsOf(database: Database, ids: readonly string[]): Promise<string[]> {
	const rows = await database.read<{ root_id: string }>(
		sql`SELECT DISTINCT k.root_id FROM smes k WHERE ${sqlIn("k.id", ids)}`,
	);
	return rows.map((row) => row.root_id);
}

type Identified = { scheme: string; value: string };

/** What candidates are searched by; `pieces` are parts of comparable names. */
export type Wanted = { matchName: string; pieces: readonly string[]; state: string | null };
export type Candidate = Pick<SmeRow, "id" | "name" | "match_name" | "city" | "state">;

/**
 * Manufacturers that the viewer sees and that may be the same, merged ones too: of the same comparable name, with one
 * of the pieces in it, in the same state, or with one of `ids`.
 */
export function candidates(
	database: Reader,
	viewer: Viewer,
	{ matchName, pieces, state }: Wanted,
	ids: readonly string[],
): Promise<Candidate[]> {
	const near = [
		sql`s.match_name = ${matchName}`,
		...pieces.map((piece) => sql`s.match_name LIKE ${likePattern(piece)} ESCAPE '\\'`),
		...(state === null ? [] : [sql`s.state = ${state}`]),
		...(ids.length > 0 ? [sqlIn("s.id", ids)] : []),
	];
	return database.read(
		sql`SELECT s.id, s.name, s.match_name, s.city, s.state FROM smes s WHERE NOT s.removed AND (${join(near, " OR ")}) AND ${visibleSmes(viewer)} ORDER BY s.id`,
	);
}

/** Ids of the manufacturers with one of these identifiers, without a check of what the viewer may see. */
export async function smesIdentifiedBy(
	database: Reader,
	identifiers: readonly Identified[],
): Promise<string[]> {
	if (identifiers.length === 0) return [];
	const which = identifiers.map(
		({ scheme, value }) => sql`(i.scheme = ${scheme} AND i.value = ${value})`,
	);
	const rows = await database.read<{ sme_id: string }>(
		sql`SELECT i.sme_id FROM sme_identifiers i WHERE ${join(which, " OR ")}`,
	);
	return rows.map((row) => row.sme_id);
}

const IDS_A_STATEMENT = 500;

/** Identifiers of several manufacturers. */
export async function identifiersOf(
	database: Reader,
	ids: readonly string[],
): Promise<Array<Identified & { sme_id: string }>> {
	const found: Array<Identified & { sme_id: string }> = [];
	for (let start = 0; start < ids.length; start += IDS_A_STATEMENT)
		found.push(
			...(await database.read<Identified & { sme_id: string }>(
				sql`SELECT i.sme_id, i.scheme, i.value FROM sme_identifiers i WHERE ${sqlIn("i.sme_id", ids.slice(start, start + IDS_A_STATEMENT))} ORDER BY i.id`,
			)),
		);
	return found;
}

/** What was merged into each of several manufacturers, as the viewer sees it. */
export function mergedInto(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<Pick<SmeRow, "id" | "root_id" | "name" | "city" | "state" | "revision">>> {
	return database.read(
		sql`SELECT s.id, s.root_id, s.name, s.city, s.state, s.revision FROM smes s WHERE ${sqlIn("s.root_id", ids)} AND s.id <> s.root_id AND ${visibleSmes(viewer)} ORDER BY s.id`,
	);
}

const PUBLIC_ONLY = raw(" AND s.visibility = 'PUBLIC'");

/** Whole rows of those of some manufacturers that the viewer sees. */
export async function smesWithIds(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
	publicOnly: boolean,
): Promise<SmeRow[]> {
	if (ids.length === 0) return [];
	return database.read(
		sql`SELECT s.* FROM smes s WHERE ${sqlIn("s.id", ids)} AND ${visibleSmes(viewer)}${publicOnly ? PUBLIC_ONLY : empty}`,
	);
}

/** Manufacturers of any of these comparable names, where the viewer sees them; the earliest first. */
export async function smesByNames(
	database: Reader,
	viewer: Viewer,
	matchNames: readonly string[],
	publicOnly: boolean,
): Promise<SmeRow[]> {
	if (matchNames.length === 0) return [];
	return database.read(
		sql`SELECT s.* FROM smes s WHERE ${sqlIn("s.match_name", matchNames)} AND ${visibleSmes(viewer)}${publicOnly ? PUBLIC_ONLY : empty} ORDER BY s.removed, s.id`,
	);
}

/** Comparable names and states of manufacturers. */
export function namesOf(
	database: Reader,
	ids: readonly string[],
): Promise<Array<Pick<SmeRow, "id" | "match_name" | "state">>> {
	return database.read(
		sql`SELECT s.id, s.match_name, s.state FROM smes s WHERE ${sqlIn("s.id", [...new Set(ids)])}`,
	);
}

/** Whether a valid record or another manufacturer refers to this one. */
export async function isUsed(database: Reader, id: string): Promise<boolean> {
	const of = (table: string, standing: Sql) =>
		sql`SELECT 1 AS used FROM ${raw(table)} x WHERE (x.sme_id = ${id} OR x.logged_sme_id = ${id})${standing}`;
	const rows = await database.read(
		sql`${of("engagements", sql` AND x.status <> 'VOIDED'`)} UNION ALL ${of("outcomes", sql` AND x.verification <> 'WITHDRAWN'`)} UNION ALL ${of("memberships", empty)} UNION ALL SELECT 1 AS used FROM smes x WHERE x.merged_into = ${id} LIMIT 1`,
	);
	return rows.length > 0;
}
