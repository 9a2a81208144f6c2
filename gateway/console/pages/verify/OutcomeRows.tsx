import { type KeyboardEvent, useRef } from "react";
import { useWords } from "../../words/use-words.ts";
import type { ToVerify } from "./explain.ts";
import { OutcomeRow } from "./OutcomeRow.tsx";
import look from "./Verify.module.css";

type Props = {
	outcomes: readonly ToVerify[];
	total: number;
	chosen: readonly string[];
	onChoose: (ids: readonly string[]) => void;
	/** Goes on to the decision. */
	onEnter: () => void;
};

/** The outcomes, to tick; the arrow keys go from one to the next, the space bar ticks, Enter goes on. */
export function OutcomeRows({ outcomes, total, chosen, onChoose, onEnter }: Props) {
	const t = useWords();
	const list = useRef<HTMLUListElement>(null);
	const ids = outcomes.map(({ id }) => id);
	const areAll = ids.every((id) => chosen.includes(id));
	function walk(event: KeyboardEvent) {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const boxes = [...(list.current?.querySelectorAll<HTMLElement>("input[type=checkbox]") ?? [])];
		const at = boxes.indexOf(event.target as HTMLElement);
		if (at < 0 || !(step || event.key === "Enter")) return;
		event.preventDefault();
		if (!step) return onEnter();
		const next = boxes[at + step];
		next?.focus();
		next?.scrollIntoView({ block: "nearest" });
	}
	return (
		<>
			<label className={look.all}>
				<input type="checkbox" checked={areAll} onChange={() => onChoose(areAll ? [] : ids)} />
				{t("outcomes.tick-all", { shown: outcomes.length, total })}
			</label>
			<ul ref={list} className={look.rows} onKeyDown={walk}>
				{outcomes.map((outcome) => (
					<li key={outcome.id}>
						<OutcomeRow
							outcome={outcome}
							isChosen={chosen.includes(outcome.id)}
							onChoose={(isChosen) =>
								onChoose(
									isChosen ? [...chosen, outcome.id] : chosen.filter((id) => id !== outcome.id),
								)
							}
						/>
					</li>
				))}
			</ul>
		</>
	);
}
