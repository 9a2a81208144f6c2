import { setTimeout as wait } from "node:timers/promises";
import { Cron } from "croner";
import type { Caller } from "../../../shared/subgraph/subgraph.ts";
import type { Context, ReleaseState } from "../context.ts";
import { type PreviewState, previewRelease } from "./preview.ts";
import { publishRelease } from "./publish.ts";

/** Who publishes by schedule. */
const CALLER: Caller = {
	requestId: "schedule",
	viewer: { role: "PROGRAM_OFFICE", subject: "schedule of releases" },
};
const ASK_MS = 500;

/** The preview over all closed quarters when it is computed. Rejects where `stop` is aborted first. */
async function finishedPreview(
	context: Context,
	stop: AbortSignal,
): Promise<Exclude<PreviewState, { status: "COMPUTING" }>> {
	for (;;) {
		const state = await previewRelease(context, null);
		if (state.status !== "COMPUTING") return state;
		await wait(ASK_MS, undefined, { signal: stop });
	}
}

/** Publishes what is closed and not published yet, or logs why there is nothing to publish. */
async function releaseWhatIsClosed(context: Context): Promise<void> {
	const { log, stop } = context.releases;
	const state = await finishedPreview(context, stop);
	if (state.status === "REFUSED") {
		const reasons = state.refusals.map(({ message, remedy }) => `${message}. ${remedy}`);
		log.info({ reasons }, "nothing was released by schedule");
		return;
	}
	const { id, number, digest } = await publishRelease(context, { preview: state.row.id });
	log.info({ release: id, number, digest }, "a release was published by schedule");
}

/** Publishes at the times of a cron expression, in UTC, until the subgraph closes. */
export function startSchedule(
	schedule: string,
	contextFor: (caller: Caller) => Context,
	{ stop, log }: ReleaseState,
): void {
	const cron = new Cron(
		schedule,
		{
			timezone: "UTC",
			protect: true,
			unref: true,
			catch: (error) => {
				if (!stop.aborted) log.error({ err: error }, "the scheduled release failed");
			},
		},
		() => releaseWhatIsClosed(contextFor(CALLER)),
	);
	stop.addEventListener("abort", () => cron.stop(), { once: true });
}
