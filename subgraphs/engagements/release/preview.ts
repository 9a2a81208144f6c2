import { unavailable } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import type { ReleasePreviewRow } from "../database/release-rows.ts";
import { requirePermission } from "../policy.ts";
import { quartersDone } from "../quarter/queries.ts";
import { quarterFaults } from "../quarter/rules.ts";
import { latestToday, throwFaults } from "../record/checks.ts";
import { askCenters, askInstitutes } from "../remote/lists.ts";
import { type FiscalQuarter, quarterPeriod } from "../statistics/periods.ts";
import { type Job, type ReleasePlan, startJob } from "./jobs.ts";
import { planRelease } from "./plan.ts";
import { lastChange, latestPreview, latestRelease } from "./queries.ts";
import { type Refusal, rulesBelowFloors } from "./refusals.ts";
import { isStale } from "./stale.ts";
import { publicRules } from "./store.ts";

/** How far a preview is. */
export type PreviewState =
	| { status: "COMPUTING"; progress: number }
	| { status: "READY"; row: ReleasePreviewRow }
	| { status: "REFUSED"; refusals: Refusal[] };

function checkAsked(asked: readonly FiscalQuarter[] | null): void {
	const faults = (asked ?? []).flatMap(({ fiscalYear, quarter }, index) =>
		quarterFaults(fiscalYear, quarter).map(({ path, message }) => ({
			path: `quarters.${index}.${path}`,
			message,
		})),
	);
	throwFaults(faults, "");
}

async function planOf(
	{ database, ask }: Context,
	asked: readonly FiscalQuarter[] | null,
): Promise<ReleasePlan | { refusals: Refusal[] }> {
	const [centers, institutes, done, previous] = await Promise.all([
		askCenters(ask),
		askInstitutes(ask),
		quartersDone(database),
		latestRelease(database, "REPORTED_RECORDS"),
	]);
	const plan = planRelease(asked, {
		done,
		centers: centers.map(({ id }) => id),
		released: previous ? JSON.parse(previous.periods) : [],
		today: latestToday(),
	});
	if ("refusals" in plan) return plan;
	return { ...plan, previousId: previous?.id ?? null, labels: { centers, institutes } };
}

/** Whether a stored preview is what would be computed now. */
async function isCurrent(
	{ database, releases }: Context,
	row: ReleasePreviewRow,
	{ quarters, previousId }: ReleasePlan,
): Promise<boolean> {
	return (
		row.periods === JSON.stringify(quarters) &&
		row.previous_id === previousId &&
		row.rules === publicRules(releases.rules) &&
		!(await isStale(database, row.seq, quarters))
	);
}

/** How far the computation in this process is; starts it where there is none, or where its refusal no longer holds. */
async function stateOfJob(
	context: Context,
	asked: string | null,
	plan: ReleasePlan,
): Promise<PreviewState> {
	const { database, releases } = context;
	const running = () => releases.jobs.get(String(asked)) as Job | undefined;
	const job = running();
	if (job?.outcome && job.isFor(plan)) {
		if (job.outcome instanceof Error) {
			releases.jobs.delete(String(asked));
			throw unavailable(
				"engagements",
				"The release could not be computed; it has been logged. Ask again",
				job.outcome,
			);
		}
		if (!(await isStale(database, job.seq, plan.quarters)))
			return { status: "REFUSED", refusals: job.outcome };
	}
	const seq = await lastChange(database);
	const now = running();
	const computing =
		now && !now.outcome && now.isFor(plan) ? now : startJob(context, asked, plan, seq);
	return { status: "COMPUTING", progress: computing.progress() };
}

/**
 * The preview of a release over the quarters asked for, null for all that are closed, and over those of releases before.
 * Computes it if need be: ask again while it is COMPUTING. Throws FORBIDDEN or BAD_USER_INPUT.
 */
export async function previewRelease(
	context: Context,
	asked: readonly FiscalQuarter[] | null,
): Promise<PreviewState> {
	requirePermission(context.viewer, "publish releases");
	checkAsked(asked);
	const below = rulesBelowFloors(context.releases.rules);
	if (below) return { status: "REFUSED", refusals: [below] };
	const plan = await planOf(context, asked);
	if ("refusals" in plan) return { status: "REFUSED", refusals: plan.refusals };
	const key = asked && JSON.stringify([...new Set(asked.map(quarterPeriod))].sort());
	const stored = await latestPreview(context.database, key);
	if (stored && (await isCurrent(context, stored, plan))) return { status: "READY", row: stored };
	return stateOfJob(context, key, plan);
}
