import type { Context } from "../context.ts";
import type { Labels } from "../statistics/dimensions.ts";
import { startMaking } from "./make-in-process.ts";
import type { Refusal } from "./refusals.ts";
import { storePreview } from "./store.ts";

/** What a release is to cover, and what it follows. */
export type ReleasePlan = { quarters: string[]; previousId: string | null; labels: Labels };

/** The computation of a preview in this process. One that ended well is stored and forgotten. */
export type Job = {
	isFor(plan: ReleasePlan): boolean;
	/** 0 to 1. */
	progress(): number;
	/** The last change of a record when it began. */
	seq: number;
	/** Why there is no release, once that is known. */
	outcome?: Refusal[] | Error;
	stop(): void;
};

const textOf = ({ quarters, previousId }: ReleasePlan) => JSON.stringify([quarters, previousId]);

/** Starts to compute a preview of what was asked for, in place of one that is no longer wanted. */
export function startJob(
	context: Context,
	asked: string | null,
	plan: ReleasePlan,
	seq: number,
): Job {
	const { releases, synthetic } = context;
	const name = String(asked);
	(releases.jobs.get(name) as Job | undefined)?.stop();
	const stopping = new AbortController();
	const { quarters, labels } = plan;
	const { rules, storage } = releases;
	const making = startMaking(
		{ quarters, labels, rules, storage, synthetic },
		AbortSignal.any([releases.stop, stopping.signal]),
	);
	const job: Job = {
		isFor: (other) => textOf(other) === textOf(plan),
		progress: making.progress,
		seq,
		stop: () => stopping.abort(),
	};
	releases.jobs.set(name, job);
	making.done
		.then(async (made) => {
			if (Array.isArray(made)) {
				job.outcome = made;
				return;
			}
			await storePreview(context, asked, plan, made);
			if (releases.jobs.get(name) === job) releases.jobs.delete(name);
		})
		.catch((error: Error) => {
			job.outcome = error;
			if (!releases.stop.aborted && !stopping.signal.aborted)
				releases.log.error({ err: error }, "a release could not be computed");
		});
	return job;
}
