import sql, { join, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Actor, Viewer } from "../../../shared/viewer/viewer.ts";
import type { BatchRow } from "../database/batch-row.ts";
import type { ImportFailedRowRow, ImportPartRow } from "../database/import-part-rows.ts";
import { insideOnly } from "../record/policy.ts";

export type BatchFilter = {
	/** Whose: true for the viewer's own, false for those of others. */
	mine?: boolean;
	states?: string[];
	/** A moment, 2018-03-07T08:30:00.000Z. */
	since?: string;
};

function conditionsOf({ mine, states, since }: BatchFilter, viewer: Viewer): Sql {
	const found = [insideOnly(viewer, "b.center_id")];
	const subject = "subject" in viewer ? viewer.subject : "";
	if (mine !== undefined)
		found.push(mine ? sql`b.subject = ${subject}` : sql`b.subject <> ${subject}`);
	if (states) found.push(sqlIn("b.state", states));
	if (since) found.push(sql`b.last_at >= ${since}`);
	return join(found, " AND ");
}

/** Reads one page (and one row more) of the imports of the viewer's center, or of all for the program office, newest first. */
export function batchPage(
	database: Database,
	viewer: Viewer,
	filter: BatchFilter,
	page: PageRequest,
): Promise<BatchRow[]> {
	const { between, order } = keyset(page, ["b.started_at", "b.id"], "DESC");
	return database.read(
		sql`SELECT b.* FROM import_batches b WHERE ${conditionsOf(filter, viewer)}${between} ${order}`,
	);
}

export async function countBatches(
	database: Database,
	viewer: Viewer,
	filter: BatchFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM import_batches b WHERE ${conditionsOf(filter, viewer)}`,
	);
	return Number(row?.count ?? 0);
}

/** One import, where the viewer sees it. */
export async function batchById(
	database: Database,
	viewer: Viewer,
	id: string,
): Promise<BatchRow | undefined> {
	const [row] = await database.read<BatchRow>(
		sql`SELECT b.* FROM import_batches b WHERE b.id = ${id} AND ${insideOnly(viewer, "b.center_id")}`,
	);
	return row;
}

/** Whether the actor began this batch, and so may add to it; undefined where there is no such batch yet. */
export async function ownsBatch(
	database: Database,
	actor: Actor,
	id: string,
): Promise<boolean | undefined> {
	const [row] = await database.read<BatchRow>(
		sql`SELECT b.subject, b.role, b.center_id FROM import_batches b WHERE b.id = ${id}`,
	);
	if (!row) return undefined;
	const center = "center" in actor ? actor.center : null;
	return row.subject === actor.subject && row.role === actor.role && row.center_id === center;
}

export type FailedRow = Pick<ImportFailedRowRow, "id" | "line" | "cells" | "failures"> &
	Pick<ImportPartRow, "columns">;

/** Reads one page (and one row more) of the rows of an import that failed and were kept, where the viewer sees the import. */
export function failedRowPage(
	database: Database,
	viewer: Viewer,
	batchId: string,
	page: PageRequest,
): Promise<FailedRow[]> {
	const { between, order } = keyset(page, ["f.line", "f.id"]);
	return database.read(
		sql`SELECT f.id, f.line, f.cells, f.failures, p.columns FROM import_failed_rows f
		JOIN import_parts p ON p.id = f.part_id JOIN import_batches b ON b.id = f.batch_id
		WHERE f.batch_id = ${batchId} AND ${insideOnly(viewer, "b.center_id")}${between} ${order}`,
	);
}

export async function countFailedRows(
	database: Database,
	viewer: Viewer,
	batchId: string,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM import_failed_rows f JOIN import_batches b ON b.id = f.batch_id
		WHERE f.batch_id = ${batchId} AND ${insideOnly(viewer, "b.center_id")}`,
	);
	return Number(row?.count ?? 0);
}

/** A numbered part of an import. */
export async function partById(reader: Reader, id: string): Promise<ImportPartRow | undefined> {
	const [row] = await reader.read<ImportPartRow>(
		sql`SELECT p.fingerprint, p.result FROM import_parts p WHERE p.id = ${id}`,
	);
	return row;
}

/** The columns of one of an import's parts; all of them have the same. */
export async function anyPart(reader: Reader, batchId: string): Promise<ImportPartRow | undefined> {
	const [row] = await reader.read<ImportPartRow>(
		sql`SELECT p.columns FROM import_parts p WHERE p.batch_id = ${batchId} LIMIT 1`,
	);
	return row;
}

/** Which of these rows are kept as failed. */
export const failedRowsAmong = (
	reader: Reader,
	ids: readonly string[],
): Promise<{ id: string }[]> =>
	reader.read(sql`SELECT f.id FROM import_failed_rows f WHERE ${sqlIn("f.id", ids)}`);
