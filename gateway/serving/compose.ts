import { Worker } from "node:worker_threads";
import type { SubgraphSdl } from "../supergraph.ts";

/** The hub's own subgraphs, and the partners' of each graph that is wanted. */
export type ComposeJob = { own: SubgraphSdl[]; graphs: SubgraphSdl[][] };

/** A supergraph, and the partners that it had to leave out, with the reason. */
export type Composed = { supergraph: string; left: Array<{ name: string; reason: string }> };

const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 128, stackSizeMb: 4 };
const TIMEOUT_MS = 60_000;

/** A thread does not inherit that its process reads TypeScript, and is told first. */
const START = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => {
	register();
	return import(${JSON.stringify(new URL("./compose-worker.ts", import.meta.url).href)});
});`;

/**
 * Composes in a thread with a memory and a time limit, so that no schema stops the hub.
 * Rejects where the hub's own subgraphs do not compose or a limit was reached.
 */
export function composeInWorker(job: ComposeJob, timeoutMs = TIMEOUT_MS): Promise<Composed[]> {
	const worker = new Worker(START, {
		eval: true,
		workerData: job,
		resourceLimits: LIMITS,
		execArgv: [],
	});
	return new Promise<Composed[]>((done, failed) => {
		const timer = setTimeout(
			() => failed(new Error(`the subgraphs were not composed within ${timeoutMs} ms`)),
			timeoutMs,
		);
		worker.once("message", done);
		worker.once("error", failed);
		worker.once("exit", () => {
			clearTimeout(timer);
			failed(new Error("the thread that composes ended"));
		});
	}).finally(() => worker.terminate());
}
