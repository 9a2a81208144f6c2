import { useState } from "react";
import { ReportQuarterDocument } from "../../graphql/graphql.ts";
import { answers } from "../../graphql/query.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { type Quarter, quarterText } from "../../parts/quarters.ts";
import { useChange } from "../../parts/use-change.ts";
import { useWords } from "../../words/use-words.ts";
import type { Preview } from "./CenterQuarterView.tsx";
import look from "./Quarters.module.css";

type Props = {
	centerId: string;
	quarter: Quarter;
	preview: Preview;
	hasEnded: boolean;
	/** Told what was reported. */
	onReported: (counts: { count: number; smes: number }) => void;
};

/** Reports a quarter and locks it, once nothing stands in the way and it was said what that means. */
export function ReportPanel({ centerId, quarter, preview, hasEnded, onReported }: Props) {
	const t = useWords();
	const [isAsked, setAsked] = useState(false);
	const [leaves, setLeaves] = useState(false);
	// What the page shows is asked anew either way: a refusal says that something has changed.
	const renew = () => answers.invalidateQueries();
	const report = useChange(ReportQuarterDocument, async ({ reportQuarter }) => {
		await renew();
		onReported({ count: reportQuarter.engagementCount, smes: reportQuarter.smeCount });
	});
	const { approved, submitted, stranded, endsOn } = preview;
	const drafts = stranded.totalCount;
	const name = quarterText(t, quarter);
	const blocked = !hasEnded
		? t("quarters.report.not-ended", { date: t.date(endsOn) })
		: submitted.totalCount > 0
			? t("quarters.report.blocked", { count: submitted.totalCount })
			: undefined;
	return (
		<Panel title={t("quarters.report.title", { quarter: name })} intro={t("quarters.report.intro")}>
			{blocked ? (
				<p className={look.blocked}>{blocked}</p>
			) : (
				<div className={look.form}>
					{drafts > 0 && (
						<label className={look.check}>
							<input
								type="checkbox"
								checked={leaves}
								onChange={({ target }) => setLeaves(target.checked)}
							/>
							<span>{t("quarters.report.leave", { count: drafts })}</span>
						</label>
					)}
					<p>
						<button
							type="button"
							className="action first"
							disabled={drafts > 0 && !leaves}
							onClick={() => {
								report.reset();
								setAsked(true);
							}}
						>
							{t("quarters.report.ask", { count: approved.totalCount })}
						</button>
					</p>
				</div>
			)}
			{isAsked && (
				<ConfirmDialog
					title={t("quarters.report.sure", { quarter: name })}
					action={t("quarters.report.do")}
					busy={t("quarters.report.busy")}
					cancel={t("quarters.cancel")}
					isBusy={report.isPending}
					error={report.error}
					onConfirm={() =>
						report.mutate(
							{ centerId, ...quarter, leaveDrafts: leaves },
							{ onError: () => void renew() },
						)
					}
					onClose={() => setAsked(false)}
				>
					<ul>
						<li>{t("quarters.lock.included", { count: approved.totalCount })}</li>
						{drafts > 0 && <li>{t("quarters.lock.left", { count: drafts })}</li>}
						<li>{t("quarters.lock.locked")}</li>
						<li>{t("quarters.lock.late")}</li>
						<li>{t("quarters.lock.statistics")}</li>
						<li>
							<strong>{t("quarters.lock.for-good")}</strong>
						</li>
					</ul>
				</ConfirmDialog>
			)}
		</Panel>
	);
}
