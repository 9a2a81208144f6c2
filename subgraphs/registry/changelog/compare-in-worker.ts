import { unavailable } from "../../../shared/errors.ts";
import { WorkerLimitError, workerQueue } from "../../../shared/worker/run-worker.ts";
import type { Compared, Pair } from "./compare.ts";

const compareInThread = workerQueue<readonly Pair[], Compared[]>({
	entry: new URL("./compare-worker.ts", import.meta.url),
	libraries: ["graphql", "@theguild/federation-composition", "@graphql-inspector/core"],
	limits: { timeoutMs: 30_000, heapMb: 384 },
	keepMs: 10_000,
});

/** Most requests that may wait for a comparison; another one is refused. */
const LONGEST_QUEUE = 5;
let waiting = 0;

/** Compares supergraphs in a thread of its own, one request at a time. Throws UNAVAILABLE where too many wait. */
export async function compareInWorker(pairs: readonly Pair[]): Promise<Compared[]> {
	if (waiting >= LONGEST_QUEUE)
		throw unavailable("registry", "Too many supergraphs are being compared; try again in a minute");
	waiting++;
	try {
		return await compareInThread(pairs);
	} catch (error) {
		if (!(error instanceof WorkerLimitError)) throw error;
		throw unavailable("registry", `The supergraphs cannot be compared: ${error.message}`);
	} finally {
		waiting--;
	}
}
