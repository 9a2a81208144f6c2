import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyReply } from "fastify";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import type { Caller } from "../../../shared/subgraph/subgraph.ts";
import type { FileRow } from "./csv.ts";
import { responseOf } from "./error-response.ts";
import { unescapeFormula } from "./escape-formulas.ts";
import { type Header, isBlank, readHeader, shapeFault } from "./header.ts";
import { ImportError } from "./import-error.ts";
import { limitUpload } from "./limit-upload.ts";
import type { Parameters } from "./parameters.ts";
import { readRows, type Understood } from "./read-rows.ts";
import type { ImportRouteOptions } from "./routes.ts";
import { rowSender } from "./send-rows.ts";

const ROWS_AT_ONCE = 200;

type Line =
	| { understood: Understood; names: string[] }
	| { rows: Array<Pick<FileRow, "line" | "cells" | "fault">> }
	| { understood: Understood; end: { rows: number } }
	| { error: { code: string; message: string } };

/** The rows of a file with its header first; blank rows are skipped. Throws ImportError. */
async function* read(
	chunks: AsyncGenerator<FileRow[]>,
	understood: () => Understood,
	{ mostCells, mostRows }: ImportLimits,
): AsyncGenerator<Line> {
	let header: Header | undefined;
	let rows: FileRow[] = [];
	let count = 0;
	for await (const chunk of chunks)
		for (const one of chunk) {
			if (isBlank(one)) continue;
			const row = { ...one, cells: one.cells.map(unescapeFormula) };
			if (!header) {
				header = readHeader(row, new Map(), mostCells);
				yield { understood: understood(), names: header.names };
				continue;
			}
			if (count >= mostRows)
				throw new ImportError(
					`The file has more than ${mostRows} rows (HUB_IMPORT_MAX_ROWS); split it into smaller files`,
					413,
				);
			count++;
			rows.push({ ...row, fault: shapeFault(row, header, mostCells) });
			if (rows.length < ROWS_AT_ONCE) continue;
			yield { rows };
			rows = [];
		}
	if (!header) throw new ImportError("The file is empty; its first line must be the header");
	if (rows.length > 0) yield { rows };
	// The encoding is known once a character needed it.
	yield { understood: understood(), end: { rows: count } };
}

/**
 * Answers with the rows of a file, as NDJSON: how the file was understood and the names of its columns, rows with their
 * lines, and an end or an error; an answer without either was cut off. Only who may import gets one.
 */
export async function sendRows(
	reply: FastifyReply,
	file: Readable,
	{ encoding, sheet }: Pick<Parameters, "encoding" | "sheet">,
	caller: Caller,
	{ execute, dir, limits, log }: ImportRouteOptions,
): Promise<FastifyReply> {
	const nothing = { batchId: null, dryRun: true, fileName: null, dates: null };
	const send = rowSender(execute, caller);
	// Without rows: whether the viewer may import at all.
	await send({ ...nothing, columns: [], rows: [], unreadable: 0 }, false);
	const draft = join(dir, `${randomUUID()}.part`);
	const remove = () => rm(draft, { force: true }).catch(() => undefined);
	try {
		await mkdir(dir, { recursive: true });
		// Browsers read no answer before they have sent the whole file.
		await pipeline(limitUpload(file, limits), createWriteStream(draft));
	} catch (error) {
		await remove();
		throw error;
	}
	async function* lines(): AsyncGenerator<string> {
		let understood: Understood | undefined;
		const onUnderstood = (found: Understood) => {
			understood = found;
		};
		const options = { encoding, sheet, limits, onUnderstood, spool: `${draft}.xlsx` };
		try {
			const chunks = readRows(createReadStream(draft), options);
			for await (const line of read(chunks, () => understood as Understood, limits))
				yield `${JSON.stringify(line)}\n`;
		} catch (error) {
			const { code, message } = responseOf(error, log);
			yield `${JSON.stringify({ error: { code, message } })}\n`;
		} finally {
			await remove();
		}
	}
	return reply
		.type("application/x-ndjson; charset=utf-8")
		.header("cache-control", "no-store")
		.send(Readable.from(lines()));
}
