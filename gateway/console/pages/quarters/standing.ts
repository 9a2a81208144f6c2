import type {
	CenterQuarterFieldsFragment,
	QuarterStateFieldsFragment,
} from "../../graphql/graphql.ts";
import type { Words } from "../../words/use-words.ts";

export type State = QuarterStateFieldsFragment;
export type Part = CenterQuarterFieldsFragment;

/** Drafts and returned services. */
export const leftOut = ({ draftCount, returnedCount }: Part) => draftCount + returnedCount;

/** How a center's part of a quarter stands, in a sentence. */
export function partText(t: Words, part: Part, { hasEnded, endsOn }: State): string {
	const { report, submittedCount } = part;
	if (report)
		return t("quarters.reported", { date: t.date(report.reportedAt), by: report.reportedBy });
	if (!hasEnded) return t("quarters.runs", { date: t.date(endsOn) });
	if (submittedCount > 0) return t("quarters.blocked", { count: submittedCount });
	if (leftOut(part) > 0) return t("quarters.open.drafts");
	return t(part.approvedCount > 0 ? "quarters.open" : "quarters.open.nothing");
}

/** How a quarter of the whole network stands, in a sentence. */
export function stateText(t: Words, state: State, centers: number): string {
	const { closed, hasEnded, endsOn, isReleased, isClosed, missingCount } = state;
	const values = { missing: missingCount, centers };
	if (!hasEnded) return t("quarters.runs", { date: t.date(endsOn) });
	const done = closed
		? t("quarters.closed.office", { date: t.date(closed.closedAt), by: closed.closedBy })
		: missingCount === 0
			? t("quarters.closed.all", { centers })
			: t("quarters.closed.not", values);
	const next = isReleased
		? t("quarters.next.released")
		: t(isClosed ? "quarters.next.added" : "quarters.next.waits");
	return `${done} ${next}`;
}
