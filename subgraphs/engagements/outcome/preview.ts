import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { latestToday, throwFaults } from "../record/checks.ts";
import { checkInsideOf } from "../record/policy.ts";
import { rootsByIds } from "../sme/queries.ts";
import { toOutcome } from "./present.ts";
import type { OutcomePreview, OutcomePreviewInput, OverlapRuling } from "./preview-type.ts";
import { reportedMetrics } from "./queries.ts";
import { claimFaults, isOutlier, overlapRuling, windowFaults } from "./rules.ts";
import { type OutcomeMetric, Verification } from "./type.ts";

/** What a report would meet if it were sent now. Throws UNAUTHENTICATED, FORBIDDEN or BAD_USER_INPUT. */
export async function previewOutcome(
	{ database, viewer }: Context,
	input: OutcomePreviewInput,
): Promise<OutcomePreview> {
	const { smeId, windowStart, windowEnd } = input;
	const centerId = input.centerId ?? ("center" in viewer ? viewer.center : null);
	checkInsideOf(viewer, centerId ?? "", "input.centerId");
	if (!centerId) throw badInput("input.centerId", "is missing; say which center it is about");
	const claims = input.claims ?? [];
	const faults = [
		...windowFaults(input, latestToday()),
		...claims.flatMap((claim, index) => claimFaults(claim, `claims.${index}`)),
	];
	const [sme] = await rootsByIds(database, viewer, [smeId]);
	if (!sme) faults.push({ path: "smeId", message: `there is no Sme with the id "${smeId}"` });
	throwFaults(faults);
	if (!sme) throw badInput("input.smeId", "is not known");
	const report = {
		center_id: centerId,
		institute_id: null,
		window_start: windowStart,
		window_end: windowEnd,
	};
	const asked = new Set<string>(claims.map(({ metric }) => metric));
	const earlier = await reportedMetrics(database, viewer, sme.id);
	const outliers = claims.filter((claim) => isOutlier(claim, sme.employees));
	return {
		overlaps: earlier.flatMap((row) => {
			const ruling = overlapRuling(report, row);
			if (!ruling || (asked.size > 0 && !asked.has(row.metric))) return [];
			return {
				outcome: toOutcome(row),
				metric: row.metric as OutcomeMetric,
				ruling: ruling as OverlapRuling,
			};
		}),
		outliers: outliers.map(({ metric }) => metric as OutcomeMetric),
		verification: outliers.length > 0 ? Verification.OUTLIER : Verification.SELF_REPORTED,
	};
}
