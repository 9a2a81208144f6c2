import { createReadStream, statSync } from "node:fs";
import { userInfo } from "node:os";
import cliProgress from "cli-progress";
import { loadSeeds } from "../../seeds/load.ts";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEmbedded } from "../embedded.ts";
import { failedRowsIn } from "../imports/failed-rows.ts";
import { importFile } from "../imports/import-file.ts";
import { senderOf } from "../imports/send.ts";
import { SEEDS } from "./paths.ts";

export type ImportCommandOptions = { center?: string; dryRun?: boolean; map?: string };

/** Imports a CSV file into the configured database: for a center, or published cases for the program office. */
export async function importCommand(path: string, options: ImportCommandOptions): Promise<void> {
	const config = readConfig();
	const log = createLog(config.logLevel);
	const subject = `${userInfo().username} on the command line`;
	const viewer: Viewer = options.center
		? { role: "FIELD_STAFF", subject, center: options.center }
		: { role: "PROGRAM_OFFICE", subject };
	const size = statSync(path).size;
	const file = createReadStream(path);
	const { dataDir, databaseUrl } = config;
	await loadSeeds({ dataDir, databaseUrl, seedsDir: SEEDS, say: () => undefined });
	const subgraphs = await openEmbedded({ dataDir, databaseUrl, log });
	const engagements = subgraphs.find((subgraph) => subgraph.name === "engagements");
	const bar = process.stderr.isTTY
		? new cliProgress.SingleBar({
				format: "import |{bar}| {percentage}% {rows} rows, {failed} failed",
				stream: process.stderr,
			})
		: undefined;
	const failedPath = `${path}.failed.csv`;
	const failed = failedRowsIn(failedPath);
	try {
		if (!engagements) throw new Error("The engagements subgraph is not there");
		bar?.start(size, 0, { rows: 0, failed: 0 });
		const answer = await importFile({
			file,
			dryRun: options.dryRun ?? false,
			batchId: null,
			mapping: Object.fromEntries(
				(options.map?.split(",") ?? []).map(
					(pair) => pair.split(/:(?=[^:]*$)/) as [string, string],
				),
			),
			send: senderOf(engagements.execute, { requestId: "import", viewer }),
			onProgress: (now) => bar?.update(file.bytesRead, { rows: now.rows, failed: now.failed }),
			onFailed: failed.add,
		});
		const { kept } = await failed.close();
		bar?.update(size, { rows: answer.rows, failed: answer.failed });
		bar?.stop();
		console.log(JSON.stringify(answer, null, 2));
		if (answer.failed > 0) {
			const where = kept
				? `they are in ${failedPath}, with the reason in the last column`
				: `${failedPath} could not be written; the first are listed above`;
			console.error(`${answer.failed} rows failed; ${where}`);
			process.exitCode = 1;
		}
	} finally {
		bar?.stop();
		for (const subgraph of subgraphs) await subgraph.close();
	}
}
