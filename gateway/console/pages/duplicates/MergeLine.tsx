import { useState } from "react";
import { type MergeFieldsFragment, UnmergeSmeDocument } from "../../graphql/graphql.ts";
import { ReasonForm } from "../../parts/ReasonForm.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useKeyedChange } from "../../parts/use-keyed-change.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Duplicates.module.css";

type Props = { merge: MergeFieldsFragment; isOpen?: boolean };

/** A merge that stands: who was merged into whom, when, by whom and why, and its undoing. */
export function MergeLine({ merge, isOpen = false }: Props) {
	const t = useWords();
	const { merged, into, at, by, reason, yours } = merge;
	const [isAsking, setAsking] = useState(isOpen);
	const undo = useKeyedChange(UnmergeSmeDocument);
	const { id, revision } = merged;
	return (
		<div className={look.merge}>
			<p>
				{t.rich("duplicates.merge", {
					merged: <strong>{merged.name}</strong>,
					into: (
						<RecordLink type="Sme" id={into.id}>
							{into.name}
						</RecordLink>
					),
				})}
			</p>
			<p className="quiet">
				{by ? t("duplicates.merge.by", { date: t.date(at), by }) : t.date(at)}
				{reason && ` · ${reason}`}
			</p>
			{!yours && <p className="quiet">{t("duplicates.merge.not-yours")}</p>}
			{yours && !isAsking && (
				<button type="button" className="action" onClick={() => setAsking(true)}>
					{t("duplicates.undo.ask")} <span className="unseen">{merged.name}</span>
				</button>
			)}
			{yours && isAsking && (
				<ReasonForm
					name={`unmerge ${id}`}
					label={t("duplicates.undo.why", { name: merged.name })}
					hint={t("duplicates.undo.hint", { name: merged.name })}
					error={undo.error}
					choices={[
						{
							action: t("duplicates.undo"),
							busy: t("duplicates.undo.busy"),
							isBusy: undo.isPending,
							onSend: (why) => undo.send({ id, revision, reason: why }),
						},
					]}
					onCancel={isOpen ? undefined : () => setAsking(false)}
				/>
			)}
		</div>
	);
}
