import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { EmbeddingRow } from "../database/rows.ts";

const COLUMNS: Sql = raw(
	[
		"id",
		"center_id",
		"institute_id",
		"kind",
		"starts_on",
		"ends_on",
		"award_usd",
		"note",
		"as_of",
		"as_of_words",
		"source_url",
		"read_on",
	]
		.map((column) => `b.${column}`)
		.join(", "),
);

export type EmbeddingFilter = {
	kinds?: string[] | null;
	centerIds?: string[] | null;
	instituteIds?: string[] | null;
};

function conditionsOf(filter: EmbeddingFilter): Sql {
	const found: Sql[] = [sql`1 = 1`];
	if (filter.kinds) found.push(sqlIn("b.kind", filter.kinds));
	if (filter.centerIds) found.push(sqlIn("b.center_id", filter.centerIds));
	if (filter.instituteIds) found.push(sqlIn("b.institute_id", filter.instituteIds));
	return join(found, " AND ");
}

/** Reads one page (and one row more) of embeddings, by id. */
export function embeddingPage(
	database: Database,
	filter: EmbeddingFilter,
	page: PageRequest,
): Promise<EmbeddingRow[]> {
	const { between, order } = keyset(page, ["b.id"]);
	return database.read(
		sql`SELECT ${COLUMNS} FROM embeddings b WHERE ${conditionsOf(filter)}${between} ${order}`,
	);
}

export async function countEmbeddings(
	database: Database,
	filter: EmbeddingFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM embeddings b WHERE ${conditionsOf(filter)}`,
	);
	return Number(row?.count ?? 0);
}

/** Embeddings of several centers or institutes at once, by id. */
export function embeddingsOf(
	database: Database,
	column: "center_id" | "institute_id" | "id",
	ids: readonly string[],
): Promise<EmbeddingRow[]> {
	return database.read(
		sql`SELECT ${COLUMNS} FROM embeddings b WHERE ${sqlIn(`b.${column}`, [...ids])} ORDER BY b.id`,
	);
}
