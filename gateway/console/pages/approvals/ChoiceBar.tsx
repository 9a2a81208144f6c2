import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Choice } from "./decide.ts";
import type { Walk } from "./use-all-matching.ts";
import type { Waiting, Worklist } from "./worklist.ts";

type Props = {
	list: Worklist;
	rows: readonly Waiting[];
	/** How many match, with those that the table does not show yet. */
	total: number;
	walk: Walk;
	onAll: () => void;
	onStop: () => void;
	onClear: () => void;
	onAsk: (choice: Choice) => void;
	/** Whether there is anything to decide on. */
	canDecide: boolean;
};

/** What is chosen, the way to choose all, and what can be done with it. */
export function ChoiceBar({ list, rows, total, walk, canDecide, ...on }: Props) {
	const t = useWords();
	const count = list.chosen.size;
	const shown = rows.filter(({ id }) => list.chosen.has(id)).length;
	return (
		<div className={look.bar} role="group" aria-label={t("approvals.actions")}>
			<p role="status">
				{walk === "FAILED" && `${t("approvals.walk.failed")} `}
				{walk && walk !== "FAILED" && `${t("approvals.walk", walk)} `}
				{t("approvals.count", { count })}
				{count === 0 && canDecide && ` ${t("approvals.count.focus")}`}
				{count > shown && ` ${t("approvals.count.unseen", { count: count - shown })}`}
			</p>
			<div className={look.actions}>
				{walk && walk !== "FAILED" ? (
					<button type="button" className="action" onClick={on.onStop}>
						{t("approvals.stop")}
					</button>
				) : (
					<button type="button" className="action" disabled={total === 0} onClick={on.onAll}>
						{t("approvals.all", { count: total })}
					</button>
				)}
				<button type="button" className="action" disabled={count === 0} onClick={on.onClear}>
					{t("approvals.clear")}
				</button>
				<button
					type="button"
					className="action first"
					disabled={!canDecide}
					aria-keyshortcuts="a"
					onClick={() => on.onAsk("APPROVE")}
				>
					{t("approvals.APPROVE")}
				</button>
				<button
					type="button"
					className="action"
					disabled={!canDecide}
					aria-keyshortcuts="r"
					onClick={() => on.onAsk("RETURN")}
				>
					{t("approvals.RETURN")}
				</button>
			</div>
		</div>
	);
}
