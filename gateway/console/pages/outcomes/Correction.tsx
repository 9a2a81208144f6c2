import { type FormEvent, useState } from "react";
import { CorrectOutcomeDocument, type OutcomeMetric } from "../../graphql/graphql.ts";
import { ownerOf } from "../../offline/item.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { faultsIn } from "../../parts/not-done-fields.ts";
import { useChange } from "../../parts/use-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { byField, claimsOf, type Fault, figureFaults, type TypedFigures } from "./draft.ts";
import { Figures } from "./Figures.tsx";
import { faultText } from "./fault-text.ts";
import look from "./Outcomes.module.css";
import { ReasonField } from "./ReasonField.tsx";
import type { ReportedOutcome } from "./ReportedCard.tsx";
import { useAskAgain } from "./use-ask-again.ts";

type Typed = TypedFigures & { key: string; reason: string };

const typedOf = ({ claims }: ReportedOutcome): Typed => ({
	key: crypto.randomUUID(),
	reason: "",
	currency: claims.find(({ currency }) => currency)?.currency ?? "USD",
	values: Object.fromEntries(
		claims.map(({ metric, value }): [OutcomeMetric, string] => [metric, String(value)]),
	),
});

type Props = { outcome: ReportedOutcome; viewer: SignedIn; onClose: () => void };

/** The figures of a report as they should be, and why. */
export function Correction({ outcome, viewer, onClose }: Props) {
	const t = useWords();
	const askAgain = useAskAgain();
	// Of this revision: what was typed about another one does not fit.
	const form = `correction of ${outcome.id} ${outcome.revision}`;
	const typing = useDraft<Typed>(ownerOf(viewer), form, () => typedOf(outcome));
	const [isChecked, setChecked] = useState(false);
	const change = useChange(CorrectOutcomeDocument, async () => {
		typing.forget();
		askAgain();
		onClose();
	});
	if (typing.isPending) return <Waiting name={t("outcomes.correct")} height={300} />;
	const { draft } = typing;
	const claims = claimsOf(draft);
	const refused = byField(faultsIn(change.error), claims);
	const faults = isChecked ? figureFaults(draft) : [];
	const faultOf = (field: Fault["field"]) => faultText(t, field, faults, refused);
	const put = (values: Partial<Typed>) => {
		if (change.error) change.reset();
		typing.put(values);
	};
	const isReasonMissing = isChecked && !draft.reason.trim();

	function submit(event: FormEvent) {
		event.preventDefault();
		setChecked(true);
		if (change.isPending || figureFaults(draft).length > 0 || !draft.reason.trim()) return;
		const { id, revision } = outcome;
		const { key: clientMutationId, reason } = draft;
		const input = { id, revision, claims, reason: reason.trim(), clientMutationId };
		change.mutate({ input });
	}
	return (
		<form className={look.form} noValidate onSubmit={submit} aria-label={t("outcomes.correct")}>
			<p className="quiet">{t("outcomes.correct.hint")}</p>
			<Figures typed={draft} put={put} faultOf={faultOf} />
			<ReasonField
				value={draft.reason}
				fault={isReasonMissing ? t("outcomes.reason.missing") : refused.get("reason")}
				onChange={(reason) => put({ reason })}
			/>
			<NotDoneNote error={change.error} />
			<div className={look.actions}>
				<button type="submit" className="action first" aria-disabled={change.isPending}>
					{t("outcomes.correct.send")}
				</button>
				<button
					type="button"
					className="action"
					onClick={() => {
						typing.forget();
						onClose();
					}}
				>
					{t("outcomes.drop-change")}
				</button>
			</div>
		</form>
	);
}
