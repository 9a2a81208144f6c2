import { signInAddress } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Ended } from "./decide.ts";
import { useRowWords } from "./row-words.ts";
import type { Decision, Progress } from "./use-decision.ts";
import type { Answer, Waiting } from "./worklist.ts";

type LineProps = { row: Waiting; refusal: NonNullable<Answer["refusal"]>; onShow: () => void };

function RefusedLine({ row, refusal, onShow }: LineProps) {
	const t = useWords();
	const { choose } = useRowWords(row);
	return (
		<li>
			<button type="button" className={look.name} onClick={onShow}>
				{choose}
			</button>{" "}
			{refusal.code === "CONFLICT" ? t("approvals.mark.changed") : refusal.message}
		</li>
	);
}

/** Why a run is not over, and the way on. */
function Unfinished({ ended, left, decision }: { ended: Ended; left: number; decision: Decision }) {
	const t = useWords();
	if (ended.type === "ALL") return null;
	return (
		<div className={look.warning} role="alert">
			<p>
				{t(`approvals.ended.${ended.type}`, { count: left })}{" "}
				{ended.type === "REFUSED" && ended.message}
			</p>
			<div className={look.actions}>
				{ended.type === "SIGN_IN" && (
					// In another tab, so that what is chosen and typed here stays.
					<a className="action" href={signInAddress()} target="_blank" rel="opener noreferrer">
						{t("session.again")}
					</a>
				)}
				<button type="button" className="action first" onClick={() => void decision.goOn()}>
					{t("approvals.go-on", { count: left })}
				</button>
			</div>
		</div>
	);
}

const recordsIn = ({ batches }: Progress["run"], from = 0) =>
	batches.slice(from).reduce((sum, { records }) => sum + records.length, 0);

type Props = {
	decision: Decision;
	progress: Progress;
	onShow: (row: Waiting) => void;
	onUndo: (answers: readonly Answer[]) => void;
};

/** How far a decision is, what became of each record, and what can be done about it. */
export function Report({ decision, progress, onShow, onUndo }: Props) {
	const t = useWords();
	const { run, rows, next, answers, ended } = progress;
	const total = recordsIn(run);
	const done = answers.filter(({ engagement }) => engagement).length;
	const refused = answers.filter(({ refusal }) => refusal);
	return (
		<div className={look.report}>
			<p role="status">
				{ended
					? t(`approvals.done.${run.move}`, { count: done })
					: t("approvals.under-way", { done: answers.length, total })}{" "}
				{ended && run.move === "APPROVE" && done > 0 && t("approvals.cannot-undo")}
			</p>
			{!ended && (
				<div className={look.actions}>
					<progress value={answers.length} max={total} aria-label={t("approvals.progress")} />
					<button type="button" className="action" onClick={decision.stop}>
						{t("approvals.stop")}
					</button>
				</div>
			)}
			{refused.length > 0 && (
				<div className={look.warning}>
					<p>{t("approvals.refused", { count: refused.length })}</p>
					<ul className={look.refused}>
						{refused.map(({ engagementId, refusal }) => {
							const row = rows.get(engagementId);
							return row && refusal ? (
								<RefusedLine
									key={engagementId}
									row={row}
									refusal={refusal}
									onShow={() => onShow(row)}
								/>
							) : null;
						})}
					</ul>
				</div>
			)}
			{ended && <Unfinished ended={ended} left={recordsIn(run, next)} decision={decision} />}
			{ended && (
				<div className={look.actions}>
					{run.move === "RETURN" && done > 0 && (
						<button type="button" className="action" onClick={() => onUndo(answers)}>
							{t("approvals.undo", { count: done })}
						</button>
					)}
					<button type="button" className="action" onClick={decision.forget}>
						{t("close")}
					</button>
				</div>
			)}
		</div>
	);
}
