import sql from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { NetworkRow } from "../database/rows.ts";

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
		sql`SELECT m.institute_id, n.* FROM network_institutes m JOIN networks n ON n.id = m.network_id WHERE ${among("m.institute_id", instituteIds)} ORDER BY n.id`,
	);
}
