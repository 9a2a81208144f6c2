import { workerQueue } from "../../../shared/worker/run-worker.ts";
import type { FormatJob } from "./formats.ts";

/** The largest tables, 50,000 cells, take a second and 150 MB. */
const LIMITS = { timeoutMs: 60_000, heapMb: 1024 };
const KEEP_MS = 30_000;

/** Formats a table. */
export type FormatTable = (job: FormatJob) => Promise<Buffer>;

/** Formats tables in a thread, one after another, so that no request waits behind a large file. */
export function formatInWorker(): FormatTable {
	const run = workerQueue<FormatJob, string | Uint8Array>({
		entry: new URL("./format-worker.ts", import.meta.url),
		libraries: ["csv-stringify/sync"],
		limits: LIMITS,
		keepMs: KEEP_MS,
	});
	return async (job) => {
		const content = await run(job);
		return typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
	};
}
