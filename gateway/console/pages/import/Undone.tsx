import { useEffect, useRef } from "react";
import type { UndoImportMutation } from "../../graphql/graphql.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";

/** As many as anybody reads. */
const MOST_SHOWN = 50;

type Props = { undone: UndoImportMutation["done"]; onClose: () => void };

/** What undoing an import did, and what of it stays and why. */
export function Undone({ undone, onClose }: Props) {
	const t = useWords();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	const { voided, restored, removedManufacturers: removed, keptRecords: kept } = undone;
	return (
		<dialog ref={dialog} className={look.dialog} aria-labelledby="undone" onClose={onClose}>
			<h2 id="undone">{t("import.undone")}</h2>
			<p>{t("import.undone.counts", { voided, restored, removed })}</p>
			{kept.length > 0 && (
				<>
					<p>{t("import.undone.kept", { count: kept.length })}</p>
					<ul className={look.kept}>
						{kept.slice(0, MOST_SHOWN).map(({ recordId, type, reason }) => (
							<li key={recordId}>
								{type === "SME" ? (
									<RecordLink type="Sme" id={recordId}>
										{recordId}
									</RecordLink>
								) : (
									<code>{recordId}</code>
								)}
								: {reason}
							</li>
						))}
					</ul>
				</>
			)}
			<div className={look.actions}>
				<button type="button" className="action first" onClick={() => dialog.current?.close()}>
					{t("import.close")}
				</button>
			</div>
		</dialog>
	);
}
