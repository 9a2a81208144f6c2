import type { EntityManager } from "typeorm";
import { readerIn } from "../../../shared/database/reader-in.ts";
import { attempt } from "../../../shared/database/watched.ts";
import { badInput, type FieldFault, HubError } from "../../../shared/errors.ts";
import * as formats from "../../../shared/formats.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { type Checked, checkDetails } from "../engagement/check.ts";
import { requirePermission } from "../policy.ts";
import { valuesOver } from "../record/command.ts";
import { requestIdOf } from "../record/idempotency.ts";
import { newId } from "../record/ids.ts";
import { lockManufacturers, lockQuarters } from "../record/locks.ts";
import { requestsByIds } from "../record/queries.ts";
import { applyRow, type Used } from "./apply-row.ts";
import { keepBatch } from "./batches.ts";
import { checkBatch, checkNotUndone } from "./check-batch.ts";
import { manufacturersOf } from "./matching.ts";
import { type Cells, columnOf, type ImportRow, readRow } from "./parse-row.ts";
import {
	answerToPart,
	checkColumns,
	forgetFailedRows,
	forgetOldParts,
	keepPart,
	numberedPart,
} from "./parts.ts";
import { readAhead } from "./read-ahead.ts";
import { recognizeColumns } from "./recognize-columns.ts";
import { type ImportEngagementsInput, ImportOutcome, type ImportResult } from "./type.ts";

const MOST_ROWS = 500;
const PART = formats.wholeNumber({ from: 1, to: 1_000_000, unit: "parts" });
const UNREADABLE = formats.wholeNumber({ from: 0, to: MOST_ROWS, unit: "rows" });

type Read = { line: number; row: ImportRow; faults: FieldFault[]; tiers: Checked["tiers"] };

function cellsOf(columns: string[], cells: string[]): Cells {
	return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
}

/** Throws BAD_USER_INPUT if the part's own fields, apart from its rows, are wrong. */
async function checkPart(
	context: Context,
	actor: Actor,
	{ rows, fileName, unreadable, batchId, part }: ImportEngagementsInput,
): Promise<void> {
	if (rows.length > MOST_ROWS)
		throw badInput("input.rows", `${rows.length} rows; ${MOST_ROWS} at a time are the most`);
	const wrongName = formats.faultOf(formats.text(200), fileName);
	if (wrongName) throw badInput("input.fileName", wrongName);
	const wrongCount = formats.faultOf(UNREADABLE, unreadable);
	if (wrongCount) throw badInput("input.unreadable", wrongCount);
	const wrongPart = formats.faultOf(PART, part);
	if (wrongPart) throw badInput("input.part", wrongPart);
	if (part && !batchId)
		throw badInput("input.batchId", "is missing; a part has a number in a batch");
	for (const [index, { fault }] of rows.entries()) {
		const wrongFault = formats.faultOf(formats.reason, fault);
		if (wrongFault) throw badInput(`input.rows.${index}.fault`, wrongFault);
	}
	if (batchId) await checkBatch(context, actor, batchId);
}

/** Reads the rows, and checks everything that needs no lock. */
async function readRows(
	context: Context,
	actor: Actor,
	input: ImportEngagementsInput,
	columns: string[],
): Promise<Read[]> {
	const own = "center" in actor ? actor.center : null;
	const read = input.rows.map(({ line, cells, fault }) => {
		const { row, faults } = readRow(cellsOf(columns, cells), input.dates ?? undefined);
		if (fault) return { line, row, faults: [{ path: "", message: fault }] };
		row.details.centerId ??= own;
		if (actor.role === "PROGRAM_OFFICE" && !row.source.url)
			faults.push({
				path: "source_url",
				message: "is missing; a published case needs the address where it was published",
			});
		return { line, row, faults };
	});
	const checked = await checkDetails(
		context,
		actor,
		"import",
		read.map(({ row }) => row.details),
	);
	return read.map((one, index) => {
		const { faults, references, tiers } = checked[index] as Checked;
		const named = new Set(one.faults.map(({ path }) => path));
		const more = [...faults, ...references]
			.map(({ path, message }) => ({ path: columnOf(one.row, path), message }))
			.filter(({ path }) => !named.has(path) && !input.rows[index]?.fault);
		return { ...one, faults: [...one.faults, ...more], tiers };
	});
}

/** The failures of a row that was refused. Other errors are thrown again. */
function refusalOf(error: unknown): FieldFault[] {
	if (!(error instanceof HubError)) throw error;
	const { code, fields, argument } = error.extensions as {
		code: string;
		fields?: FieldFault[];
		argument?: string;
	};
	if (code === "UNAVAILABLE" || code === "UNAUTHENTICATED") throw error;
	if (fields) return fields;
	return [
		{
			path: argument ?? "id",
			message: argument ? error.message.replace(`${argument}: `, "") : error.message,
		},
	];
}

const OUTCOMES = {
	created: ImportOutcome.CREATED,
	updated: ImportOutcome.UPDATED,
	unchanged: ImportOutcome.UNCHANGED,
} as const;

class DryRun extends Error {}

/**
 * Imports some rows in one transaction; rows with faults are reported and left out. `asked` are the selected fields of the
 * answer: finding similar manufacturers is expensive.
 */
export async function importEngagements(
	context: Context,
	input: ImportEngagementsInput,
	asked: ReadonlySet<string>,
): Promise<ImportResult> {
	const actor = requirePermission(context.viewer, "import engagements");
	await checkPart(context, actor, input);
	const unreadable = input.unreadable ?? 0;
	const taken = recognizeColumns(input.columns);
	const columns = taken.map(({ column }) => column ?? "");
	const batchId = input.batchId ?? newId("bat");
	const numbered = numberedPart(batchId, input);
	const first = numbered && (await answerToPart(context.database, numbered));
	if (first) return { batchId, ...first, columns: taken, manufacturers: [] };
	if (numbered) {
		await checkNotUndone(context, batchId);
		await checkColumns(context.database, numbered, input.columns);
	}
	const read = await readRows(context, actor, input, columns);
	const result: ImportResult = {
		batchId,
		rows: read.length,
		created: 0,
		updated: 0,
		unchanged: 0,
		failed: 0,
		failures: [],
		outcomes: [],
		columns: taken,
		manufacturers:
			input.dryRun && asked.has("manufacturers")
				? await manufacturersOf(context.database, actor, read)
				: [],
	};
	const keep = async (manager: EntityManager) => {
		const at = new Date().toISOString();
		// Rows that failed before and were sent again count once.
		const lines = input.rows.map(({ line }) => line);
		const again = numbered ? await forgetFailedRows(manager, batchId, lines) : 0;
		const [rows, failed] = [result.rows, result.failed].map((count) => count + unreadable - again);
		const counts = { ...result, rows: rows as number, failed: failed as number };
		await keepBatch(manager, actor, { id: batchId, fileName: input.fileName, at, counts });
		if (numbered) await keepPart(manager, numbered, input, result, at);
		else if (read.length === 0) await forgetOldParts(manager, Date.parse(at));
	};
	// A file begins with a part without rows, so that its batch exists whatever happens to the rows.
	if (read.length === 0 && !numbered) {
		if (!input.dryRun) await context.database.write(keep);
		return result;
	}
	const fail = (line: number, faults: FieldFault[]) => {
		result.failed++;
		result.outcomes.push(ImportOutcome.FAILED);
		result.failures.push(...faults.map(({ path, message }) => ({ line, column: path, message })));
	};
	const right = read.filter(({ faults }) => faults.length === 0);
	const centers = new Set(right.flatMap(({ row }) => row.details.centerId ?? []));
	await context.database
		.write(async (manager) => {
			await lockManufacturers(manager, "exclusive");
			for (const center of [...centers].sort()) await lockQuarters(manager, center);
			// The same part may have arrived twice at once.
			const answered = numbered && (await answerToPart(readerIn(manager), numbered));
			if (answered) {
				Object.assign(result, answered);
				return;
			}
			const keys = right.map(({ row }) => requestIdOf(actor, row.key));
			const used: Used = new Map(
				(await requestsByIds(readerIn(manager), keys)).map((request) => [request.id, request]),
			);
			const part = {
				manager,
				actor,
				synthetic: context.synthetic,
				batchId,
				read: new Map<string, Promise<unknown>>(),
			};
			await readAhead(
				part,
				right.map(({ row }) => row),
			);
			for (const { line, row, faults, tiers } of read) {
				if (faults.length > 0) {
					fail(line, faults);
					continue;
				}
				const pathOf = (field: string) => columnOf(row, field);
				const values = valuesOver(part.read);
				try {
					const done = await attempt(manager.queryRunner, () =>
						applyRow({ ...part, read: values, pathOf }, row, tiers, columns, used),
					);
					values.keep();
					result[done]++;
					result.outcomes.push(OUTCOMES[done]);
				} catch (error) {
					fail(line, refusalOf(error));
				}
			}
			if (input.dryRun) throw new DryRun();
			await keep(manager);
		})
		.catch((error: unknown) => {
			if (!(error instanceof DryRun)) throw error;
		});
	return result;
}
