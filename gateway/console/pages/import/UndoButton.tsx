import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { UndoImportDocument, type UndoImportMutation } from "../../graphql/graphql.ts";
import { postDocument } from "../../graphql/send-document.ts";
import { answerOf } from "../../offline/reply.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";
import { earlierImports } from "./questions.ts";
import { Undone } from "./Undone.tsx";

type Props = { id: string; fileName: string | null; onUndone?: () => void };

/** Undoes an import after asking why, and says what of it stays. Begun again, it goes on where it stopped. */
export function UndoButton({ id, fileName, onUndone }: Props) {
	const t = useWords();
	const client = useQueryClient();
	const { viewer } = useSession();
	const [isAsking, setAsking] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const [reason, setReason] = useState("");
	const [problem, setProblem] = useState("");
	const [undone, setUndone] = useState<UndoImportMutation["done"]>();
	async function undo() {
		if (!viewer) return;
		setBusy(true);
		setProblem("");
		const read = answerOf(await postDocument(UndoImportDocument, { id, reason }, viewer));
		setBusy(false);
		if ("refusal" in read) return setProblem(read.refusal);
		if ("failure" in read) return setProblem(t("import.undo.unanswered"));
		setUndone(read.answer as UndoImportMutation["done"]);
		await client.invalidateQueries({ queryKey: earlierImports().queryKey });
	}
	const close = () => {
		setAsking(false);
		if (undone) onUndone?.();
	};
	return (
		<>
			<button type="button" className="action" onClick={() => setAsking(true)}>
				{t("import.undo")}
				{fileName && <span className="unseen"> {fileName}</span>}
			</button>
			{isAsking && undone && <Undone undone={undone} onClose={close} />}
			{isAsking && !undone && (
				<ConfirmDialog
					title={t("import.undo.title", { name: fileName ?? id })}
					action={t("import.undo")}
					busy={t("import.undo.busy")}
					isBusy={isBusy}
					cancel={t("work.cancel")}
					onConfirm={() => void undo()}
					onClose={close}
				>
					<p>{t("import.undo.means")}</p>
					<label className={look.field}>
						<span>{t("import.undo.reason")}</span>
						<input
							value={reason}
							required
							maxLength={1000}
							onChange={({ target }) => setReason(target.value)}
						/>
					</label>
					{problem && (
						<p className={look.problem} role="alert">
							{problem}
						</p>
					)}
				</ConfirmDialog>
			)}
		</>
	);
}
