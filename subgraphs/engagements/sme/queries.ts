import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import { containsWords } from "../../../shared/database/search.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";

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
	if (filter.search) found.push(containsWords("LOWER(s.name)", filter.search));
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
type Candidate = SmeRow & { identifiers: Identified[] };

const MOST_CANDIDATES = 20_000;

/** Manufacturers that the viewer sees and that may be the same: of the same name, in the same or no known state, or with an identifier in common. */
export async function candidates(
	database: Database,
	viewer: Viewer,
	matchName: string,
	state: string | null,
	identifiers: readonly Identified[],
): Promise<Candidate[]> {
	const near = state === null ? sql`1 = 1` : sql`s.state IS NULL OR s.state = ${state}`;
	const shared = identifiers.map(
		({ scheme, value }) =>
			sql`s.id IN (SELECT i.sme_id FROM sme_identifiers i WHERE i.scheme = ${scheme} AND i.value = ${value})`,
	);
	const rows = await database.read<SmeRow>(
		sql`SELECT s.id, s.name, s.city, s.state, s.naics, s.employees, s.larger_group, s.synthetic, s.revision, s.center_id FROM smes s WHERE s.merged_into IS NULL AND (s.match_name = ${matchName} OR ${join([near, ...shared], " OR ")}) AND ${visibleSmes(viewer)} LIMIT ${MOST_CANDIDATES}`,
	);
	const known = await identifiersOf(
		database,
		identifiers.length > 0 ? rows.map((row) => row.id) : [],
	);
	return rows.map((row) => ({
		...row,
		identifiers: known.filter((identifier) => identifier.sme_id === row.id),
	}));
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

/** The manufacturer with this id or, without one, this comparable name and state, where the viewer sees one; the earliest of several. */
export async function smeByMatch(
	viewer: Viewer,
	manager: EntityManager,
	id: string | null,
	matchName: string,
	state: string | null,
	publicOnly: boolean,
): Promise<SmeRow | undefined> {
	const which = id
		? sql`s.id = ${id}`
		: sql`s.match_name = ${matchName} AND ${state === null ? sql`s.state IS NULL` : sql`s.state = ${state}`}`;
	const found = sql`SELECT s.id, s.root_id FROM smes s WHERE ${which} AND ${visibleSmes(viewer)}${publicOnly ? PUBLIC_ONLY : empty} ORDER BY s.id LIMIT 1`;
	const postgres = manager.connection.options.type === "postgres";
	const rows: SmeRow[] = await manager.query(postgres ? found.text : found.sql, found.values);
	return rows[0];
}
