import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import { containsWords, likePattern } from "../../../shared/database/search.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";
import { nearestTo } from "./names.ts";

const COLUMNS: Record<string, Array<keyof SmeRow>> = {
	name: ["name"],
	city: ["city"],
	state: ["state"],
	naics: ["naics"],
	employees: ["employees"],
	isSmall: ["employees", "larger_group"],
	synthetic: ["synthetic"],
	revision: ["revision"],
	history: ["center_id"],
};

function columnsOf(fields: Iterable<string>): Sql {
	const columns = new Set<string>(["id", "name"]);
	for (const field of fields) for (const column of COLUMNS[field] ?? []) columns.add(column);
	return raw([...columns].map((column) => `s.${column}`).join(", "));
}

export type SmeFilter = {
	ids?: string[] | null;
	states?: string[] | null;
	naicsPrefix?: string | null;
	search?: string | null;
};

function conditionsOf(filter: SmeFilter, viewer: Viewer): Sql[] {
	// Nearly all rows are unmerged: an index on that would lead the planner astray.
	const found = [visibleSmes(viewer), sql`COALESCE(s.merged_into, '') = ''`];
	if (filter.ids) found.push(among("s.id", filter.ids));
	if (filter.states) found.push(among("s.state", filter.states));
	if (filter.naicsPrefix)
		found.push(sql`s.naics >= ${filter.naicsPrefix} AND s.naics < ${`${filter.naicsPrefix}:`}`);
	if (filter.search) found.push(containsWords("s.search_name", filter.search));
	return found;
}

/** Reads one page (and one row more) of manufacturers, by name and id. */
export function smePage(
	database: Database,
	viewer: Viewer,
	filter: SmeFilter,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<SmeRow[]> {
	const after = page.after
		? sql` AND (s.name, s.id) > (${page.after[0]}, ${page.after[1]})`
		: empty;
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM smes s WHERE ${join(conditionsOf(filter, viewer), " AND ")}${after} ORDER BY s.name, s.id LIMIT ${page.first + 1}`,
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
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<Array<SmeRow & { asked: string }>> {
	return database.read(
		sql`SELECT k.id AS asked, ${columnsOf(fields)} FROM smes k JOIN smes s ON s.id = k.root_id WHERE ${among("k.id", ids)} AND ${visibleSmes(viewer)} AND ${visibleSmes(viewer, "k")}`,
	);
}

/** Which of `ids` the viewer may not see, or nobody has. */
export async function unseenSmes(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<string[]> {
	const seen = new Set((await smesByIds(database, viewer, ids, [])).map((row) => row.asked));
	return ids.filter((id) => !seen.has(id));
}

/** The ids under which a manufacturer stands, for ids some of which may have been merged. */
export async function rootsOf(database: Database, ids: readonly string[]): Promise<string[]> {
	const rows = await database.read<{ root_id: string }>(
		sql`SELECT DISTINCT k.root_id FROM smes k WHERE ${among("k.id", ids)}`,
	);
	return rows.map((row) => row.root_id);
}

type Identified = { scheme: string; value: string };

/** What is looked for among manufacturers; `pieces` are parts of comparable names. */
export type Wanted = { matchName: string; pieces: readonly string[]; state: string | null };
export type Candidate = Pick<SmeRow, "id" | "name" | "match_name" | "city" | "state">;

/**
 * Manufacturers that the viewer sees and that may be the same, merged ones too: of the same comparable name, with one
 * of the pieces in it, in the same state, or with one of `ids`.
 */
export function candidates(
	database: Database,
	viewer: Viewer,
	{ matchName, pieces, state }: Wanted,
	ids: readonly string[],
): Promise<Candidate[]> {
	const near = [
		sql`s.match_name = ${matchName}`,
		...pieces.map((piece) => sql`s.match_name LIKE ${likePattern(piece)} ESCAPE '\\'`),
		...(state === null ? [] : [sql`s.state = ${state}`]),
		...(ids.length > 0 ? [among("s.id", ids)] : []),
	];
	return database.read(
		sql`SELECT s.id, s.name, s.match_name, s.city, s.state FROM smes s WHERE (${join(near, " OR ")}) AND ${visibleSmes(viewer)} ORDER BY s.id`,
	);
}

/** Ids of the manufacturers with one of these identifiers, whoever may see them. */
export async function smesIdentifiedBy(
	database: Database,
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
	database: Database,
	ids: readonly string[],
): Promise<Array<Identified & { sme_id: string }>> {
	const found: Array<Identified & { sme_id: string }> = [];
	for (let start = 0; start < ids.length; start += IDS_A_STATEMENT)
		found.push(
			...(await database.read<Identified & { sme_id: string }>(
				sql`SELECT i.sme_id, i.scheme, i.value FROM sme_identifiers i WHERE ${among("i.sme_id", ids.slice(start, start + IDS_A_STATEMENT))} ORDER BY i.id`,
			)),
		);
	return found;
}

/** The ids that were merged into each of several manufacturers. */
export function mergedInto(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<{ id: string; root_id: string }>> {
	return database.read(
		sql`SELECT s.id, s.root_id FROM smes s WHERE ${among("s.root_id", ids)} AND s.id <> s.root_id AND ${visibleSmes(viewer)} ORDER BY s.id`,
	);
}

const PUBLIC_ONLY = raw(" AND s.visibility = 'PUBLIC'");

/**
 * The manufacturer with this id or, without one, this comparable name and state, where the viewer sees one. Of several
 * with one name it is one in `city`, otherwise one whose city is not known, and the earliest of those.
 */
export async function smeByMatch(
	viewer: Viewer,
	manager: EntityManager,
	id: string | null,
	matchName: string,
	{ state, city }: { state: string | null; city: string | null },
	publicOnly: boolean,
): Promise<SmeRow | undefined> {
	const which = id
		? sql`s.id = ${id}`
		: sql`s.match_name = ${matchName} AND ${state === null ? sql`s.state IS NULL` : sql`s.state = ${state}`}`;
	const found = sql`SELECT s.id, s.root_id, s.city FROM smes s WHERE ${which} AND ${visibleSmes(viewer)}${publicOnly ? PUBLIC_ONLY : empty} ORDER BY s.id`;
	const postgres = manager.connection.options.type === "postgres";
	const rows: SmeRow[] = await manager.query(postgres ? found.text : found.sql, found.values);
	return nearestTo(city, rows);
}
