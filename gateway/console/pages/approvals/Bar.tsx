import look from "./Approvals.module.css";
import { ChoiceBar } from "./ChoiceBar.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { Report } from "./Report.tsx";
import type { ApprovalsState } from "./use-approvals.ts";
import { clear } from "./worklist.ts";

/** What stays in view: what is chosen and can be done, or what is about to be decided; and what became of the last decision. */
export function Bar({ state }: { state: ApprovalsState }) {
	const { asked, decision, all, list, rows, total, targets, change } = state;
	return (
		<div className={look.sticky}>
			{asked.asked ? (
				<DecisionForm
					key={asked.asked.choice}
					asked={asked}
					choice={asked.asked.choice}
					rows={asked.asked.rows}
					onDecide={state.decide}
					onCancel={state.toList}
				/>
			) : (
				<ChoiceBar
					list={list}
					rows={rows}
					total={total}
					walk={all.walk}
					canDecide={targets.length > 0 && !decision.isRunning}
					onAll={() => void all.start(total)}
					onStop={all.stop}
					onClear={() => change(clear)}
					onAsk={(choice) => state.ask(choice)}
				/>
			)}
			{decision.progress && (
				<Report
					decision={decision}
					progress={decision.progress}
					onShow={state.show}
					onUndo={state.undo}
				/>
			)}
		</div>
	);
}
