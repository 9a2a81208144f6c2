import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../engagement/policy.ts";

const COLUMNS: Record<string, Array<keyof SmeRow>> = {
	name: ["name"],
	city: ["city"],
	state: ["state"],
	naics: ["naics"],
	employees: ["employees"],
	isSmall: ["employees", "larger_group"],
	synthetic: ["synthetic"],
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

function conditionsOf(filter: SmeFilter): Sql[] {
	const found = [visibleSmes];
	if (filter.ids) found.push(among("s.id", filter.ids));
	if (filter.states) found.push(among("s.state", filter.states));
	if (filter.naicsPrefix)
		found.push(sql`s.naics >= ${filter.naicsPrefix} AND s.naics < ${`${filter.naicsPrefix}:`}`);
	if (filter.search) {
		const pattern = `%${filter.search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
		found.push(sql`LOWER(s.name) LIKE ${pattern} ESCAPE '\\'`);
	}
	return found;
}

/** Reads one page (and one row more) of manufacturers, by name and id. */
export function smePage(
	database: Database,
	filter: SmeFilter,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<SmeRow[]> {
	const after = page.after
		? sql` AND (s.name, s.id) > (${page.after[0]}, ${page.after[1]})`
		: empty;
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM smes s WHERE ${join(conditionsOf(filter), " AND ")}${after} ORDER BY s.name, s.id LIMIT ${page.first + 1}`,
	);
}

export async function countSmes(database: Database, filter: SmeFilter): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM smes s WHERE ${join(conditionsOf(filter), " AND ")}`,
	);
	return Number(row?.count ?? 0);
}

export function smesByIds(
	database: Database,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<SmeRow[]> {
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM smes s WHERE ${among("s.id", [...ids])} AND ${visibleSmes}`,
	);
}
