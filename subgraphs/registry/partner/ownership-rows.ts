import sql, { empty } from "sql-template-tag";
import type { Reader } from "../../../shared/database/reader-in.ts";
import type { OwnershipRow } from "../database/rows.ts";

/** What partners own, by coordinate. `type`: the type itself and its fields. */
export function ownershipRows(
	reader: Reader,
	filter: { partnerId?: string; type?: string } = {},
): Promise<OwnershipRow[]> {
	const partner = filter.partnerId ? sql` AND o.partner_id = ${filter.partnerId}` : empty;
	const type = filter.type
		? sql` AND (o.id = ${filter.type} OR (o.id > ${`${filter.type}.`} AND o.id < ${`${filter.type}/`}))`
		: empty;
	return reader.read(
		sql`SELECT o.id, o.partner_id, o.subgraph, o.since_version, o.recorded_at FROM schema_ownership o WHERE 1 = 1${partner}${type} ORDER BY o.id`,
	);
}
