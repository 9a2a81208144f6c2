import sql, { join } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { InstituteRow, NetworkRow } from "../database/rows.ts";
import { INSTITUTES } from "../institute/queries.ts";
import { columnsOf } from "../list/queries.ts";

/** The networks, by id. */
export function allNetworks(database: Database): Promise<NetworkRow[]> {
	return database.read(sql`SELECT n.* FROM networks n ORDER BY n.id`);
}

/** The networks of each of several institutes, by id. */
export function networksOf(
	database: Database,
	instituteIds: readonly string[],
): Promise<Array<NetworkRow & { institute_id: string }>> {
	return database.read(
		sql`SELECT m.institute_id, n.* FROM network_institutes m JOIN networks n ON n.id = m.network_id WHERE ${sqlIn("m.institute_id", instituteIds)} ORDER BY n.id`,
	);
}

/** Reads one page (and one row more) of institutes for each network, by id, in one statement. */
export function institutePages(
	database: Database,
	networkIds: readonly string[],
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Array<InstituteRow & { network_id: string }>> {
	const columns = columnsOf(INSTITUTES, fields);
	const { between, order } = keyset(page, ["t.id"]);
	const pages = networkIds.map((id) => {
		const one = sql`SELECT m.network_id, ${columns} FROM network_institutes m JOIN institutes t ON t.id = m.institute_id WHERE m.network_id = ${id}${between} ${order}`;
		return sql`SELECT * FROM (${one}) AS p`;
	});
	return database.read(join(pages, " UNION ALL "));
}

/** How many institutes each network has. */
export async function countInstitutes(
	database: Database,
	networkIds: readonly string[],
): Promise<Map<string, number>> {
	const rows = await database.read<{ network_id: string; count: number }>(
		sql`SELECT m.network_id, COUNT(*) AS count FROM network_institutes m WHERE ${sqlIn("m.network_id", networkIds)} GROUP BY m.network_id`,
	);
	return new Map(rows.map((row) => [row.network_id, Number(row.count)]));
}
