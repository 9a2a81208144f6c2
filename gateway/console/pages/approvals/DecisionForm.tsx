import { type FormEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import { type Choice, NO_REASON, withoutReason } from "./decide.ts";
import { useRowWords } from "./row-words.ts";
import type { Asked } from "./use-asked.ts";
import { WhyFields } from "./WhyFields.tsx";
import type { Waiting } from "./worklist.ts";

/** More fields than these fill no form. */
const MOST_OWN = 50;

function OwnReason({ row, choice, asked }: { row: Waiting; choice: Choice; asked: Asked }) {
	const { choose } = useRowWords(row);
	return (
		<WhyFields
			choice={choice}
			label={choose}
			kinds={[row.kind]}
			why={asked.own.get(row.id) ?? NO_REASON}
			onSay={(why) => asked.sayOwn(row.id, why)}
		/>
	);
}

type Props = {
	asked: Asked;
	choice: Choice;
	rows: readonly Waiting[];
	onDecide: () => void;
	onCancel: () => void;
};

/** Asks once more before records are approved, and for the reason where one is needed; Enter decides, Escape leaves. */
export function DecisionForm({ asked, choice, rows, onDecide, onCancel }: Props) {
	const t = useWords();
	const input = useRef<HTMLInputElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const [isChecked, setChecked] = useState(false);
	const { why, own } = asked;
	const late = rows.filter((row) => row.late).length;
	const twins = rows.filter((row) => row.likelyDuplicates.length > 0).length;
	const missing = withoutReason(choice, rows, why, own).length;
	useEffect(() => (input.current ?? button.current)?.focus(), []);

	function submit(event: FormEvent) {
		event.preventDefault();
		setChecked(true);
		if (missing > 0) input.current?.focus();
		else onDecide();
	}
	const count = { count: rows.length };
	return (
		<form
			className={look.form}
			aria-label={t(`approvals.ask.${choice}`, count)}
			noValidate
			onSubmit={submit}
			onKeyDown={({ key }) => key === "Escape" && onCancel()}
		>
			<p className={look.question}>{t(`approvals.ask.${choice}`, count)}</p>
			{choice === "APPROVE" && (
				<p className="quiet">
					{t("approvals.cannot-undo")} {twins > 0 && t("approvals.ask.twins", { count: twins })}
				</p>
			)}
			{(choice === "RETURN" || late > 0) && (
				<WhyFields
					input={input}
					choice={choice}
					label={
						choice === "RETURN"
							? t("approvals.why", count)
							: t("approvals.why-late", { count: late })
					}
					kinds={rows.map(({ kind }) => kind)}
					why={why}
					onSay={asked.say}
					fault={
						isChecked && missing > 0 ? t("approvals.why.missing", { count: missing }) : undefined
					}
				/>
			)}
			{choice === "RETURN" && rows.length > 1 && rows.length <= MOST_OWN && (
				<details>
					<summary>{t("approvals.why.own")}</summary>
					{rows.map((row) => (
						<OwnReason key={row.id} row={row} choice={choice} asked={asked} />
					))}
				</details>
			)}
			<div className={look.actions}>
				<button ref={button} type="submit" className="action first">
					{t(`approvals.do.${choice}`, count)}
				</button>
				<button type="button" className="action" onClick={onCancel}>
					{t("approvals.cancel")}
				</button>
			</div>
		</form>
	);
}
