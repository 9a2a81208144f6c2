import type { ReactNode } from "react";
import { KindMark } from "../../parts/KindMark.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import { Marks } from "./Marks.tsx";
import { useRowWords } from "./row-words.ts";
import { cardOf } from "./use-approvals.ts";
import { isOpen, type Mark, type Waiting, type Worklist } from "./worklist.ts";

type CardProps = {
	row: Waiting;
	mark: Mark | undefined;
	isChosen: boolean;
	isOpenHere: boolean;
	canBeChosen: boolean;
	onToggle: (row: Waiting, isRange: boolean) => void;
	onOpen: (row: Waiting) => void;
	detail: ReactNode;
};

function RecordCard({ row, mark, isChosen, isOpenHere, canBeChosen, ...on }: CardProps) {
	const t = useWords();
	const { place, subject, day, days, choose } = useRowWords(row);
	const who = [row.loggedBy, days !== undefined && t("approvals.waits.days", { days })];
	return (
		<li className={look.card} id={cardOf(row.id)} tabIndex={-1}>
			<label className={look.box}>
				<input
					type="checkbox"
					checked={isChosen}
					disabled={!canBeChosen}
					aria-label={choose}
					onChange={() => on.onToggle(row, false)}
				/>
			</label>
			<div className={look.said}>
				<button
					type="button"
					className={look.name}
					aria-expanded={isOpenHere}
					onClick={() => on.onOpen(row)}
				>
					{row.sme.name}
				</button>
				{place && <span className="quiet">{place}</span>}
				<span>
					<KindMark kind={row.kind} /> · {day}
				</span>
				{subject && <span className="quiet">{subject}</span>}
				<span className="quiet">{who.filter(Boolean).join(" · ")}</span>
				<Marks row={row} mark={mark} />
			</div>
			{isOpenHere && <div className={look.inside}>{on.detail}</div>}
		</li>
	);
}

type Props = Pick<CardProps, "onToggle" | "onOpen" | "detail"> & {
	rows: readonly Waiting[];
	list: Worklist;
	openId: string | undefined;
};

/** The same records on a phone, a card each. */
export function RecordCards({ rows, list, openId, ...on }: Props) {
	const t = useWords();
	return (
		<ul aria-label={t("approvals.list")}>
			{rows.map((row) => (
				<RecordCard
					key={row.id}
					row={row}
					mark={list.marks.get(row.id)}
					isChosen={list.chosen.has(row.id)}
					isOpenHere={row.id === openId}
					canBeChosen={isOpen(row, list)}
					{...on}
				/>
			))}
		</ul>
	);
}
