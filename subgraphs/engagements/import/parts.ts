import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import { type Reader, readerIn, runIn } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { badInput, HubError } from "../../../shared/errors.ts";
import { ImportFailedRowRow, ImportPartRow } from "../database/import-part-rows.ts";
import { fingerprintOf } from "../record/idempotency.ts";
import { anyPart, failedRowsAmong, partById } from "./queries.ts";
import type { ImportEngagementsInput, ImportResult } from "./type.ts";

/** How long parts and their failed rows are kept. */
const KEEP_MS = 30 * 86_400_000;

type PartAnswer = Omit<ImportResult, "batchId" | "columns" | "manufacturers">;

/** A part of a batch with a number. */
export type NumberedPart = { batchId: string; part: number; fingerprint: string };

const idOf = ({ batchId, part }: NumberedPart) => `${batchId}~${part}`;

/** The part as a numbered one, if it is: those of a dry run are not. */
export function numberedPart(
	batchId: string,
	{ part, dryRun, columns, rows, dates }: ImportEngagementsInput,
): NumberedPart | undefined {
	if (part === undefined || part === null || dryRun) return undefined;
	const content = { columns, rows, dates };
	return {
		batchId,
		part,
		fingerprint: fingerprintOf({ operation: "importPart", key: null, content }),
	};
}

/** What was answered to a part before. Throws CONFLICT if it had other rows then. */
export async function answerToPart(
	reader: Reader,
	numbered: NumberedPart,
): Promise<PartAnswer | undefined> {
	const row = await partById(reader, idOf(numbered));
	if (!row) return undefined;
	if (row.fingerprint !== numbered.fingerprint)
		throw new HubError(
			"CONFLICT",
			`input.part: part ${numbered.part} of this import was received before, with other rows; send these with the next number`,
			{ argument: "input.part" },
		);
	return JSON.parse(row.result);
}

/** Throws BAD_USER_INPUT if the earlier parts of an import have other columns: its failed rows are one table. */
export async function checkColumns(
	reader: Reader,
	{ batchId }: NumberedPart,
	columns: readonly string[],
): Promise<void> {
	const earlier = await anyPart(reader, batchId);
	if (!earlier || earlier.columns === JSON.stringify(columns)) return;
	const names = (JSON.parse(earlier.columns) as string[]).join(", ");
	throw badInput(
		"input.columns",
		`the earlier parts of this import have ${names}; send rows with other columns as another import`,
	);
}

/** Forgets the rows of a part that failed before: they are sent again. Returns how many they were. */
export async function forgetFailedRows(
	manager: EntityManager,
	batchId: string,
	lines: readonly number[],
): Promise<number> {
	const ids = lines.map((line) => `${batchId}~${line}`);
	const found = await failedRowsAmong(readerIn(manager), ids);
	if (found.length > 0)
		await runIn(manager, sql`DELETE FROM import_failed_rows WHERE ${sqlIn("id", ids)}`);
	return found.length;
}

/** Saves a part with its answer and its failed rows, in the transaction of its rows. */
export async function keepPart(
	manager: EntityManager,
	numbered: NumberedPart,
	{ columns, rows }: Pick<ImportEngagementsInput, "columns" | "rows">,
	{ rows: count, created, updated, unchanged, failed, failures, outcomes }: PartAnswer,
	at: string,
): Promise<void> {
	const { batchId, part, fingerprint } = numbered;
	const result: PartAnswer = {
		rows: count,
		created,
		updated,
		unchanged,
		failed,
		failures,
		outcomes,
	};
	await insertRow(manager, ImportPartRow, {
		id: idOf(numbered),
		batch_id: batchId,
		part,
		fingerprint,
		columns: JSON.stringify(columns),
		result: JSON.stringify(result),
		at,
	});
	for (const { line, cells } of rows) {
		const wrong = failures.filter((one) => one.line === line);
		if (wrong.length > 0)
			await insertRow(manager, ImportFailedRowRow, {
				id: `${batchId}~${line}`,
				batch_id: batchId,
				part_id: idOf(numbered),
				line,
				cells: JSON.stringify(cells),
				failures: JSON.stringify(wrong),
			});
	}
}

/** Deletes parts that were received more than 30 days before `now`, with their failed rows. */
export async function forgetOldParts(manager: EntityManager, now: number): Promise<void> {
	const before = new Date(now - KEEP_MS).toISOString();
	await runIn(
		manager,
		sql`DELETE FROM import_failed_rows WHERE part_id IN (SELECT p.id FROM import_parts p WHERE p.at < ${before})`,
	);
	await runIn(manager, sql`DELETE FROM import_parts WHERE at < ${before}`);
}
