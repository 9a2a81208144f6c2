import { once } from "node:events";
import { Worker } from "node:worker_threads";

export type WorkerLimits = { timeoutMs: number; heapMb: number };

export type WorkerOptions = {
	/** Module whose exported `run(job)` answers a job. */
	entry: URL;
	/** CommonJS libraries that `entry` needs. */
	libraries: readonly string[];
	limits: WorkerLimits;
	/** How long the thread waits for another job; 0 gives every job a thread of its own. */
	keepMs: number;
};

/** A job exceeded a limit of its thread. */
export class WorkerLimitError extends Error {
	constructor(readonly limit: "time" | "memory" | "stack") {
		super(`the work exceeded the ${limit} that its thread has`);
	}
}

type Answer<Result> = { result: Result } | { error: Error };

const BOOTSTRAP = new URL("./bootstrap.js", import.meta.url);
const YOUNG_MB = 128;
const STACK_MB = 4;

/** Starts a thread that answers messages `{ call, job }` with `{ call, result }` or `{ call, error }`. */
export function startThread(
	{ entry, libraries }: Pick<WorkerOptions, "entry" | "libraries">,
	heapMb: number,
): Worker {
	const thread = new Worker(BOOTSTRAP, {
		workerData: { entry: entry.href, libraries },
		execArgv: [],
		resourceLimits: {
			maxOldGenerationSizeMb: heapMb,
			maxYoungGenerationSizeMb: Math.min(YOUNG_MB, heapMb),
			stackSizeMb: STACK_MB,
		},
		// A job's own output, which a stranger's text may cause, stays out of the hub's log.
		stdout: true,
		stderr: true,
	});
	// Whoever waits for an answer hears of an error; while nobody does, it must not end the process.
	thread.on("error", () => undefined);
	return thread;
}

function limitOf(error: unknown): unknown {
	if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
		return new WorkerLimitError("memory");
	return error instanceof RangeError ? new WorkerLimitError("stack") : error;
}

/**
 * Runs jobs in a thread, one after another, within bounds of time, heap and stack. Rejects with WorkerLimitError beyond
 * them, with what `run` throws, and with an AbortError when the job's `stop` is aborted, which ends its thread.
 */
export function workerQueue<Job, Result>(options: WorkerOptions) {
	let idle: Worker | undefined;
	let ending: NodeJS.Timeout | undefined;
	let last: Promise<unknown> = Promise.resolve();

	function keep(thread: Worker): void {
		if (options.keepMs === 0) {
			void thread.terminate();
			return;
		}
		thread.unref();
		idle = thread;
		ending = setTimeout(() => {
			idle = undefined;
			void thread.terminate();
		}, options.keepMs).unref();
	}

	function start(heapMb: number): Worker {
		const thread = startThread(options, heapMb);
		thread.once("exit", () => {
			if (idle === thread) idle = undefined;
		});
		return thread;
	}

	async function runNow(
		job: Job,
		{ timeoutMs, heapMb }: WorkerLimits,
		stop?: AbortSignal,
	): Promise<Result> {
		stop?.throwIfAborted();
		clearTimeout(ending);
		const thread = idle ?? start(heapMb);
		idle = undefined;
		thread.ref();
		const settled = new AbortController();
		const deadline = AbortSignal.timeout(timeoutMs);
		const signal = stop ? AbortSignal.any([settled.signal, stop]) : settled.signal;
		try {
			thread.postMessage({ job });
			const [answer] = (await Promise.race([
				once(thread, "message", { signal: AbortSignal.any([signal, deadline]) }),
				once(thread, "exit", { signal }).then(() => {
					throw new Error("the thread ended without an answer");
				}),
			])) as [Answer<Result>];
			if ("error" in answer) throw answer.error;
			keep(thread);
			return answer.result;
		} catch (error) {
			void thread.terminate();
			throw deadline.aborted ? new WorkerLimitError("time") : limitOf(error);
		} finally {
			settled.abort();
		}
	}

	return (job: Job, limits: WorkerLimits = options.limits, stop?: AbortSignal): Promise<Result> => {
		const done = last.catch(() => undefined).then(() => runNow(job, limits, stop));
		last = done;
		return done;
	};
}
