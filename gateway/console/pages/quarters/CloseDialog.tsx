import { useId } from "react";
import { CloseQuarterDocument } from "../../graphql/graphql.ts";
import { answers } from "../../graphql/query.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { quarterText } from "../../parts/quarters.ts";
import { useChange } from "../../parts/use-change.ts";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { leftOut, type Part, type State } from "./standing.ts";

type Props = {
	state: State;
	parts: readonly Part[];
	reason: string;
	onType: (reason: string) => void;
	/** Told what has become of it, in a sentence. */
	onClosed: (said: string) => void;
	onClose: () => void;
};

const sum = (parts: readonly Part[], of: (part: Part) => number) =>
	parts.reduce((total, part) => total + of(part), 0);

/** Asks why a quarter is not waited for, and says what closing it means for the next release. */
export function CloseDialog({ state, parts, reason, onType, onClosed, onClose }: Props) {
	const t = useWords();
	const id = useId();
	const { viewer } = useSession();
	const { fiscalYear, quarter } = state;
	const missing = parts.filter(({ report }) => report === null);
	const close = useChange(CloseQuarterDocument, async ({ closeQuarter }) => {
		await answers.invalidateQueries();
		const { closedBy, closedAt, reason: kept } = closeQuarter;
		const isMine = closedBy === viewer?.subject && kept === reason.trim();
		const values = { quarter: quarterText(t, state), by: closedBy, date: t.date(closedAt) };
		onClosed(t(isMine ? "quarters.close.done" : "quarters.close.other", values));
		onClose();
	});
	return (
		<ConfirmDialog
			title={t("quarters.close.sure", { quarter: quarterText(t, state) })}
			action={t("quarters.close.do")}
			busy={t("quarters.close.busy")}
			cancel={t("quarters.cancel")}
			isBusy={close.isPending}
			error={close.error}
			onConfirm={() => close.mutate({ fiscalYear, quarter, reason: reason.trim() })}
			onClose={onClose}
		>
			<ul>
				<li>{t("quarters.close.missing", { missing: missing.length, centers: parts.length })}</li>
				<li>
					{t("quarters.close.counted", { count: sum(missing, (part) => part.approvedCount) })}
				</li>
				<li>
					{t("quarters.close.not-counted", {
						count: sum(missing, (part) => part.submittedCount + leftOut(part)),
					})}
				</li>
				<li>{t("quarters.close.later")}</li>
				<li>
					<strong>{t("quarters.close.for-good")}</strong>
				</li>
			</ul>
			<label htmlFor={id}>
				<span>{t("quarters.close.reason")}</span>
				<textarea
					id={id}
					required
					maxLength={1000}
					value={reason}
					onChange={({ target }) => onType(target.value)}
				/>
			</label>
		</ConfirmDialog>
	);
}
