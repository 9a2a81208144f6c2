import type { Worker } from "node:worker_threads";
import { startThread, type WorkerOptions } from "./run-worker.ts";

type Answer = { call: number } & ({ result: unknown } | { error: unknown });
type Waiting = { resolve(result: unknown): void; reject(error: unknown): void };

export type Thread<Job, Result> = {
	/** Rejects with what `run` throws, and with an Error where the thread has ended or ends before it answers. */
	call(job: Job): Promise<Result>;
	/** Ends the thread; calls that wait are rejected. */
	end(): Promise<void>;
};

/**
 * Starts a thread that keeps what it knows between calls and may work on several at a time: `entry` exports
 * `run(job)`. It keeps the process alive only while somebody waits for an answer.
 */
export function openThread<Job, Result>(
	options: Pick<WorkerOptions, "entry" | "libraries"> & { heapMb: number },
): Thread<Job, Result> {
	const thread: Worker = startThread(options, options.heapMb);
	const waiting = new Map<number, Waiting>();
	let calls = 0;
	let ended: Error | undefined;

	function endWith(error: Error): void {
		ended ??= error;
		for (const { reject } of waiting.values()) reject(ended);
		waiting.clear();
	}
	thread.unref();
	thread.on("error", endWith);
	thread.on("exit", () => endWith(new Error("the thread has ended")));
	thread.on("message", (answer: Answer) => {
		const one = waiting.get(answer.call);
		waiting.delete(answer.call);
		if (waiting.size === 0) thread.unref();
		if ("error" in answer) one?.reject(answer.error);
		else one?.resolve(answer.result);
	});
	return {
		call(job) {
			if (ended) return Promise.reject(ended);
			const call = ++calls;
			const answered = new Promise<unknown>((resolve, reject) => {
				waiting.set(call, { resolve, reject });
			});
			thread.ref();
			thread.postMessage({ call, job });
			return answered as Promise<Result>;
		},
		async end() {
			endWith(new Error("the thread was ended"));
			await thread.terminate();
		},
	};
}
