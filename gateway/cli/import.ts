import { createReadStream, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import cliProgress from "cli-progress";
import { loadSeeds } from "../../seeds/load.ts";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEmbedded } from "../embedded.ts";
import { failedRowsFile } from "../rest/imports/failed-rows-writer.ts";
import { emptyAnswer } from "../rest/imports/import-answer.ts";
import { importFile } from "../rest/imports/import-file.ts";
import { limitUpload } from "../rest/imports/limit-upload.ts";
import { baseName, readParameters } from "../rest/imports/parameters.ts";
import { readRows } from "../rest/imports/read-rows.ts";
import { rowSender } from "../rest/imports/send-rows.ts";
import { SEEDS } from "./paths.ts";
import { refuseSandbox } from "./sandbox/folder.ts";
import { storageOf } from "./storage.ts";

export type ImportCommandOptions = {
	center?: string;
	dryRun?: boolean;
	map?: string;
	encoding?: string;
	sheet?: string;
	dates?: string;
};

/** Imports a CSV file or workbook into the configured database, for a center or, without one, as the program office. */
export async function importCommand(path: string, options: ImportCommandOptions): Promise<void> {
	const { center, dryRun, ...parameters } = options;
	const config = readConfig();
	refuseSandbox(config.dataDir);
	const log = createLog(config.logLevel);
	const { mapping, encoding, sheet, dates } = readParameters(parameters, {});
	const subject = `${userInfo().username} on the command line`;
	const viewer: Viewer = center
		? { role: "FIELD_STAFF", subject, center }
		: { role: "PROGRAM_OFFICE", subject };
	const size = statSync(path).size;
	const file = createReadStream(path);
	// Errors are handled by the reader; until it starts they must not end the process.
	file.on("error", () => undefined);
	const { imports: limits } = config;
	const storage = { ...storageOf(config), log };
	await loadSeeds({ ...storage, seedsDir: SEEDS, say: () => undefined });
	const subgraphs = await openEmbedded(storage);
	const engagements = subgraphs.find((subgraph) => subgraph.name === "engagements");
	const bar = process.stderr.isTTY
		? new cliProgress.SingleBar({
				format: "import |{bar}| {percentage}% {rows} rows, {failed} failed",
				stream: process.stderr,
			})
		: undefined;
	const failedPath = `${path}.failed.csv`;
	const failed = failedRowsFile(failedPath);
	const answer = emptyAnswer({ fileName: baseName(path), dryRun: dryRun ?? false });
	try {
		if (!engagements) throw new Error("The engagements subgraph is missing");
		bar?.start(size, 0, { rows: 0, failed: 0 });
		await importFile({
			answer,
			batchId: null,
			open: (onUnderstood) =>
				readRows(limitUpload(file, limits), {
					...{ encoding, sheet, limits, onUnderstood },
					spool: join(tmpdir(), `import-${process.pid}.xlsx`),
				}),
			...{ mapping, dates, limits },
			send: rowSender(engagements.execute, { requestId: "import", viewer }),
			onProgress: (partial) =>
				bar?.update(file.bytesRead, { rows: partial.rows, failed: partial.failed }),
			onFailed: failed.add,
		});
		bar?.update(size, { rows: answer.rows, failed: answer.failed });
	} catch (error) {
		if (answer.batchId)
			throw new Error(
				`${(error as Error).message}. ${answer.rows} rows before it were processed, as batch ${answer.batchId}`,
			);
		throw error;
	} finally {
		const { complete } = await failed.close();
		bar?.stop();
		if (answer.batchId) console.log(JSON.stringify(answer, null, 2));
		if (answer.failed > 0) {
			const where = complete
				? `they are in ${failedPath}, with the reason in the last column`
				: `${failedPath} could not be written; the first ones are listed above`;
			console.error(`${answer.failed} rows failed; ${where}`);
			process.exitCode = 1;
		}
		for (const subgraph of subgraphs) await subgraph.close();
	}
}
