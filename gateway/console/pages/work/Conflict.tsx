import { useState } from "react";
import { intend, resolve } from "../../offline/change.ts";
import {
	type Difference,
	differences,
	isChangeable,
	settled,
	suggestion,
} from "../../offline/conflict.ts";
import type { HubVisit, Typed } from "../../offline/fields.ts";
import type { Visit } from "../../offline/item.ts";
import { change, send } from "../../offline/outbox.ts";
import { fieldName, useFieldText } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Work.module.css";

type Props = { visit: Visit; versions: { current: HubVisit; seen: Typed } };
type Chosen = Record<string, "mine" | "theirs">;

/** Mine, theirs and what both saw, field by field, to choose from. */
export function Conflict({ visit, versions }: Props) {
	const t = useWords();
	const text = useFieldText();
	const found = differences(visit.typed, versions);
	const first: Chosen = Object.fromEntries(
		found.flatMap((difference) => {
			const side = suggestion(difference);
			return side ? [[difference.field, side]] : [];
		}),
	);
	const [chosen, setChosen] = useState(first);
	const { current } = versions;
	const isOpen = isChangeable(current);
	const isComplete = found.every(({ field }) => chosen[field]);
	const said = (field: Difference["field"], value: string | undefined) =>
		value === undefined ? t("work.conflict.nothing") : text(field, value);

	async function settle() {
		await change(visit.key, (item) => {
			if (item?.type !== "VISIT") return item;
			const now = Date.now();
			// What is no longer submitted has not to be taken back.
			const isBack = item.intent === "WITHDRAW" && current.status !== "SUBMITTED";
			const next = resolve(item, settled(item, found, chosen), current, now);
			return intend(next, isBack ? "KEEP" : item.intent, now);
		});
		void send(true);
	}
	const drop = () => void change(visit.key, () => undefined);
	return (
		<div className={look.refusal}>
			<p>
				{t(isOpen ? "work.conflict" : "work.conflict.closed", {
					status: t.maybe(`work.status.${current.status}`, current.status ?? ""),
				})}
			</p>
			{found.map(({ field, mine, theirs, seen }) => (
				<fieldset key={field} className={look.difference}>
					<legend>{fieldName(t, field)}</legend>
					{(["mine", "theirs"] as const).map((side) => (
						<label key={side}>
							<input
								type="radio"
								name={`${visit.key}-${field}`}
								disabled={!isOpen}
								checked={chosen[field] === side}
								onChange={() => setChosen({ ...chosen, [field]: side })}
							/>
							<span className="quiet">{t(`work.conflict.${side}`)}</span>{" "}
							{said(field, side === "mine" ? mine : theirs)}
						</label>
					))}
					<p className="quiet">{t("work.conflict.seen", { value: said(field, seen) })}</p>
				</fieldset>
			))}
			{found.length === 0 && <p>{t("work.conflict.same")}</p>}
			<div className={look.actions}>
				{isOpen && (
					<button
						type="button"
						className="action first"
						disabled={!isComplete}
						onClick={() => void settle()}
					>
						{t("work.conflict.settle")}
					</button>
				)}
				<button type="button" className="action" onClick={drop}>
					{t("work.conflict.drop")}
				</button>
			</div>
		</div>
	);
}
