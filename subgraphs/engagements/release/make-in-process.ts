import { type ProcessOptions, runInProcess } from "../../../shared/worker/run-process.ts";
import { WorkerLimitError } from "../../../shared/worker/run-worker.ts";
import type { Made, MakeInput } from "./make.ts";
import type { MakeJob } from "./make-job.ts";
import type { Refusal } from "./refusals.ts";

const OPTIONS: ProcessOptions = {
	entry: new URL("./make-job.ts", import.meta.url),
	libraries: ["graphql", "zod", "sql-template-tag"],
	limits: { timeoutMs: 1_800_000, heapMb: 500 },
};

/** A release that is being made. */
export type Making = {
	/** How much is done, 0 to 1. */
	progress(): number;
	done: Promise<Made | Refusal[]>;
};

let last: Promise<unknown> = Promise.resolve();

/** Makes a release in a process of its own, one at a time; `stop` ends it. */
export function startMaking(
	input: MakeInput & Pick<MakeJob, "storage">,
	stop: AbortSignal,
): Making {
	let progress = 0;
	const make = () =>
		runInProcess<MakeJob, Made | Refusal[]>(OPTIONS, input, stop, (share) => {
			progress = share;
		});
	const done = last.then(make, make).catch((error: unknown) => {
		if (!(error instanceof WorkerLimitError)) throw error;
		const { timeoutMs, heapMb } = OPTIONS.limits;
		const most = error.limit === "time" ? `${timeoutMs / 1000} s` : `${heapMb} MB`;
		throw new Error(`the release took more than ${most}`);
	});
	last = done;
	return { progress: () => progress, done };
}
