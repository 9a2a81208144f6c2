import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { containsWords, likePattern } from "../../../shared/database/search.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { AwardRow, CenterRow } from "../database/rows.ts";

/** The table of centers. */
export const CENTERS = "mep_centers";

const COLUMNS: Record<string, Array<keyof CenterRow>> = {
	state: ["state"],
	hostOrganization: ["host_organization"],
	hostKind: ["host_kind"],
	city: ["city"],
	website: ["website"],
	note: ["note"],
	asOf: ["as_of"],
	source: ["source_url", "read_on"],
};

function columnsOf(fields: Iterable<string>): Sql {
	const columns = new Set<string>(["id", "name"]);
	for (const field of fields) for (const column of COLUMNS[field] ?? []) columns.add(column);
	return raw([...columns].map((column) => `c.${column}`).join(", "));
}

export type CenterFilter = {
	ids?: string[] | null;
	states?: string[] | null;
	hostOrganization?: string | null;
	hostKinds?: string[] | null;
	search?: string | null;
};

/** The text in which centers are searched. */
const SEARCHED =
	"LOWER(c.name || ' ' || COALESCE(c.host_organization, '') || ' ' || COALESCE(c.city, '') || ' ' || c.state)";

function conditionsOf(filter: CenterFilter): Sql {
	const found: Sql[] = [sql`1 = 1`];
	if (filter.ids) found.push(sqlIn("c.id", filter.ids));
	if (filter.states) found.push(sqlIn("c.state", filter.states));
	if (filter.hostKinds) found.push(sqlIn("c.host_kind", filter.hostKinds));
	if (filter.hostOrganization)
		found.push(
			sql`LOWER(c.host_organization) LIKE ${likePattern(filter.hostOrganization)} ESCAPE '\\'`,
		);
	if (filter.search) found.push(containsWords(SEARCHED, filter.search));
	return join(found, " AND ");
}

/** Reads one page (and one row more) of centers, by id. */
export function centerPage(
	database: Database,
	filter: CenterFilter,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<CenterRow[]> {
	const { between, order } = keyset(page, ["c.id"]);
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM mep_centers c WHERE ${conditionsOf(filter)}${between} ${order}`,
	);
}

export async function countCenters(database: Database, filter: CenterFilter): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM mep_centers c WHERE ${conditionsOf(filter)}`,
	);
	return Number(row?.count ?? 0);
}

export function centersByIds(
	database: Database,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<CenterRow[]> {
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM mep_centers c WHERE ${sqlIn("c.id", [...ids])}`,
	);
}

/** Awards by their id or by that of their center. */
export function awardsBy(
	database: Database,
	column: "center_id" | "id",
	ids: readonly string[],
): Promise<AwardRow[]> {
	return database.read(
		sql`SELECT a.id, a.center_id, a.amount_usd, a.fiscal_year, a.period, a.source_url, a.read_on FROM awards a WHERE ${sqlIn(`a.${column}`, [...ids])} ORDER BY a.id`,
	);
}
