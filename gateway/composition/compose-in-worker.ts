import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";

/** The hub's own subgraphs, and the partners' of each graph that is wanted. */
export type ComposeJob = { own: SubgraphSdl[]; graphs: SubgraphSdl[][] };

/** A supergraph, and the partners that it had to leave out, with the reason. */
export type Composed = { supergraph: string; left: Array<{ name: string; reason: string }> };

/** What the thread answers to a job. */
export type ComposeAnswer = { composed: Composed[] } | { fault: string };

const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 128, stackSizeMb: 4 };
const TIMEOUT_MS = 60_000;
/** How long the thread is kept for another job; most changes come in twos or threes. */
const KEPT_MS = 20_000;

/** A thread does not inherit that its process reads TypeScript, and is told first. */
const START = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => {
	register();
	return import(${JSON.stringify(new URL("./compose-worker.ts", import.meta.url).href)});
});`;

let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

function end(): void {
	void thread?.terminate();
	thread = undefined;
}

function started(): Worker {
	const worker = new Worker(START, { eval: true, resourceLimits: LIMITS, execArgv: [] });
	// Whoever waits for it hears why it ended; while nobody does, that must not end the hub.
	worker.on("error", () => undefined);
	worker.once("exit", () => {
		if (thread === worker) thread = undefined;
	});
	return worker;
}

async function run(job: ComposeJob, timeoutMs: number): Promise<Composed[]> {
	clearTimeout(rest);
	thread ??= started();
	thread.ref();
	thread.postMessage(job);
	const late = AbortSignal.timeout(timeoutMs);
	try {
		const [answer] = (await once(thread, "message", { signal: late })) as [ComposeAnswer];
		if ("fault" in answer) throw new Error(answer.fault);
		thread.unref();
		rest = setTimeout(end, KEPT_MS).unref();
		return answer.composed;
	} catch (error) {
		end();
		if (late.aborted) throw new Error(`the subgraphs were not composed within ${timeoutMs} ms`);
		throw error;
	}
}

/**
 * Composes in a thread with a memory and a time limit, one job at a time, so that no schema stops the hub.
 * Rejects where the hub's own subgraphs do not compose or a limit was reached.
 */
export function composeInWorker(job: ComposeJob, timeoutMs = TIMEOUT_MS): Promise<Composed[]> {
	const done = last.catch(() => undefined).then(() => run(job, timeoutMs));
	last = done;
	return done;
}
