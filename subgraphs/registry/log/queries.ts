import sql, { empty } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { LogRow } from "../database/record-rows.ts";

/** Reads one page (and one entry more) of the publish log, oldest first. */
export function logPage(
	database: Database,
	page: PageRequest,
	filter: { partnerId?: string | null; subgraph?: string | null },
): Promise<LogRow[]> {
	const partner = filter.partnerId ? sql` AND l.partner_id = ${filter.partnerId}` : empty;
	const subgraph = filter.subgraph ? sql` AND l.subgraph = ${filter.subgraph}` : empty;
	const after = page.after?.[0] ?? 0;
	return database.read(
		sql`SELECT l.seq, l.at, l.actor, l.action, l.partner_id, l.subgraph, l.version, l.detail, l.proof, l.previous, l.hash FROM publish_log l WHERE l.seq > ${after}${partner}${subgraph} ORDER BY l.seq LIMIT ${page.first + 1}`,
	);
}

export async function countLog(
	database: Database,
	filter: { partnerId?: string | null; subgraph?: string | null },
): Promise<number> {
	const partner = filter.partnerId ? sql` AND l.partner_id = ${filter.partnerId}` : empty;
	const subgraph = filter.subgraph ? sql` AND l.subgraph = ${filter.subgraph}` : empty;
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM publish_log l WHERE 1 = 1${partner}${subgraph}`,
	);
	return Number(row?.count ?? 0);
}
