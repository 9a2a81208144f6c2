import {
	WorkerLimitError,
	type WorkerLimits,
	workerQueue,
} from "../../../shared/worker/run-worker.ts";
import type { Made, MakeInput } from "./make.ts";
import type { MakeJob } from "./make-worker.ts";
import type { Refusal } from "./refusals.ts";

const LIMITS: WorkerLimits = { timeoutMs: 1_800_000, heapMb: 500 };

const makeInThread = workerQueue<MakeJob, Made | Refusal[]>({
	entry: new URL("./make-worker.ts", import.meta.url),
	libraries: ["graphql", "zod", "sql-template-tag"],
	limits: LIMITS,
	keepMs: 0,
});

/** A release that a thread is making. */
export type Making = {
	/** How much is done, 0 to 1. */
	progress(): number;
	done: Promise<Made | Refusal[]>;
};

/** Makes a release in a thread of its own, one at a time; `stop` ends it. */
export function startMaking(
	input: MakeInput & Pick<MakeJob, "storage">,
	stop: AbortSignal,
): Making {
	const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
	const shared = new Int32Array(progress);
	const done = makeInThread({ ...input, progress }, LIMITS, stop).catch((error: unknown) => {
		if (!(error instanceof WorkerLimitError)) throw error;
		const most = error.limit === "time" ? `${LIMITS.timeoutMs / 1000} s` : `${LIMITS.heapMb} MB`;
		throw new Error(`the release took more than ${most}`);
	});
	return { progress: () => Atomics.load(shared, 0) / 1000, done };
}
