import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import {
	WorkerLimitError,
	type WorkerLimits,
	workerQueue,
} from "../../shared/worker/run-worker.ts";

/** The hub's own subgraphs, and the partners' of each graph that is wanted. */
export type ComposeJob = { own: SubgraphSdl[]; graphs: SubgraphSdl[][] };

/** A supergraph, and the partners that it had to leave out, with the reason. */
export type Composed = { supergraph: string; left: Array<{ name: string; reason: string }> };

const LIMITS: WorkerLimits = { timeoutMs: 60_000, heapMb: 1024 };
/** Most changes come in twos or threes. */
const KEEP_MS = 20_000;

const composeInThread = workerQueue<ComposeJob, Composed[]>({
	entry: new URL("./compose-worker.ts", import.meta.url),
	libraries: ["graphql", "@apollo/composition", "@apollo/federation-internals"],
	limits: LIMITS,
	keepMs: KEEP_MS,
});

/**
 * Composes in a thread with a memory and a time limit, one job at a time, so that no schema stops the hub.
 * Rejects where the hub's own subgraphs do not compose or a limit was reached.
 */
export async function composeInWorker(
	job: ComposeJob,
	timeoutMs = LIMITS.timeoutMs,
): Promise<Composed[]> {
	try {
		return await composeInThread(job, { ...LIMITS, timeoutMs });
	} catch (error) {
		if (error instanceof WorkerLimitError && error.limit === "time")
			throw new Error(`the subgraphs were not composed within ${timeoutMs} ms`);
		throw error;
	}
}
