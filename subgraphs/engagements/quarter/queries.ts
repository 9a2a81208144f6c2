import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { QuarterRow } from "../database/record-rows.ts";

export async function quarterRow(database: Database, id: string): Promise<QuarterRow | undefined> {
	const [row] = await database.read<QuarterRow>(sql`SELECT q.* FROM quarters q WHERE q.id = ${id}`);
	return row;
}
