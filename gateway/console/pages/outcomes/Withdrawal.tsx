import { type FormEvent, useState } from "react";
import { WithdrawOutcomeDocument } from "../../graphql/graphql.ts";
import { ownerOf } from "../../offline/item.ts";
import { Waiting } from "../../parts/Answered.tsx";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Outcomes.module.css";
import { ReasonField } from "./ReasonField.tsx";
import type { ReportedOutcome } from "./ReportedCard.tsx";
import { useAskAgain } from "./use-ask-again.ts";

type Props = { outcome: ReportedOutcome; viewer: SignedIn; onClose: () => void };

/** Takes a report back for good, with a reason. */
export function Withdrawal({ outcome, viewer, onClose }: Props) {
	const t = useWords();
	const askAgain = useAskAgain();
	const form = `withdrawal of ${outcome.id} ${outcome.revision}`;
	const typing = useDraft(ownerOf(viewer), form, () => ({ key: crypto.randomUUID(), reason: "" }));
	const [isChecked, setChecked] = useState(false);
	const change = useChange(WithdrawOutcomeDocument, async () => {
		typing.forget();
		askAgain();
		onClose();
	});
	if (typing.isPending) return <Waiting name={t("outcomes.withdraw")} height={120} />;
	const { key, reason } = typing.draft;
	const isMissing = isChecked && !reason.trim();

	function submit(event: FormEvent) {
		event.preventDefault();
		setChecked(true);
		if (change.isPending || !reason.trim()) return;
		const { id, revision } = outcome;
		change.mutate({ id, revision, reason: reason.trim(), key });
	}
	return (
		<form className={look.form} noValidate onSubmit={submit} aria-label={t("outcomes.withdraw")}>
			<p className="quiet">{t("outcomes.withdraw.hint")}</p>
			<ReasonField
				value={reason}
				fault={isMissing ? t("outcomes.reason.missing") : undefined}
				onChange={(next) => {
					if (change.error) change.reset();
					typing.put({ reason: next });
				}}
			/>
			<NotDoneNote error={change.error} />
			<div className={look.actions}>
				<button type="submit" className="action first" aria-disabled={change.isPending}>
					{t("outcomes.withdraw.send")}
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
