import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WorkerLimitError, type WorkerOptions } from "./run-worker.ts";

export type ProcessOptions = Pick<WorkerOptions, "entry" | "libraries" | "limits">;

type Message<Result> = { progress: number } | { result: Result } | { error: Error };

const BOOTSTRAP = fileURLToPath(new URL("./bootstrap.js", import.meta.url));
const ERRORS_KEPT = 10_000;

/**
 * Runs a job in a process of its own, within bounds of time and heap: the exported `run(job, report)` of `entry`, which
 * may report its progress. Rejects with WorkerLimitError beyond them, with what `run` throws, and with the reason of
 * `stop` once that is aborted, which ends the process.
 *
 * For jobs that read SQLite: where a thread is ended, or out of memory, while a statement of it runs, the driver ends
 * the whole process.
 */
export async function runInProcess<Job, Result>(
	{ entry, libraries, limits }: ProcessOptions,
	job: Job,
	stop: AbortSignal,
	onProgress: (progress: number) => void,
): Promise<Result> {
	stop.throwIfAborted();
	const child = fork(BOOTSTRAP, [JSON.stringify({ entry: entry.href, libraries })], {
		execArgv: [`--max-old-space-size=${limits.heapMb}`],
		serialization: "advanced",
		stdio: ["ignore", "ignore", "pipe", "ipc"],
	});
	let errors = "";
	child.stderr?.on("data", (text) => {
		errors = `${errors}${text}`.slice(0, ERRORS_KEPT);
	});
	const end = () => void child.kill("SIGKILL");
	const deadline = AbortSignal.timeout(limits.timeoutMs);
	for (const signal of [stop, deadline]) signal.addEventListener("abort", end, { once: true });
	try {
		return await new Promise<Result>((resolve, reject) => {
			child.on("message", (message: Message<Result>) => {
				if ("progress" in message) onProgress(message.progress);
				else if ("error" in message) reject(message.error);
				else resolve(message.result);
			});
			// More than one where the process could not be started: also that it cannot be sent the job.
			child.on("error", reject);
			child.once("close", (code, signal) => {
				if (stop.aborted) reject(stop.reason);
				else if (deadline.aborted) reject(new WorkerLimitError("time"));
				else if (/heap out of memory/.test(errors)) reject(new WorkerLimitError("memory"));
				else
					reject(new Error(`the process ended by ${signal ?? code} without an answer: ${errors}`));
			});
			child.send({ job });
		});
	} finally {
		stop.removeEventListener("abort", end);
		end();
	}
}
