import sql from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { NetworkRow } from "../database/rows.ts";

/** The networks, the largest first: in the order in which the documents come to them. */
export function allNetworks(database: Database): Promise<NetworkRow[]> {
	return database.read(
		sql`SELECT n.* FROM networks n ORDER BY n.country DESC, n.fiscal_year_start_month DESC, n.id`,
	);
}

/** The networks of each of several institutes, by id. */
export function networksOf(
	database: Database,
	instituteIds: readonly string[],
): Promise<Array<NetworkRow & { institute_id: string }>> {
	return database.read(
		sql`SELECT m.institute_id, n.* FROM network_institutes m JOIN networks n ON n.id = m.network_id WHERE ${among("m.institute_id", instituteIds)} ORDER BY n.id`,
	);
}
