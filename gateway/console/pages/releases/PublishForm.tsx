import { useId, useState } from "react";
import { PublishReleaseDocument, type PublishReleaseMutation } from "../../graphql/graphql.ts";
import { NotDone } from "../../graphql/mutate.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { quartersText } from "../../parts/quarters.ts";
import { useChange } from "../../parts/use-change.ts";
import { useWords } from "../../words/use-words.ts";
import { ReleaseLinks } from "./PublishedNote.tsx";
import type { Preview } from "./questions.ts";
import look from "./Releases.module.css";

type Props = {
	preview: Preview;
	onPublished: (release: PublishReleaseMutation["publishRelease"]) => Promise<void>;
	/** Asks for a preview of what is there now. */
	onAgain: () => void;
};

/** The release that somebody else published from the same preview, where that is why. */
function otherRelease(error: Error | null): number | undefined {
	const release = error instanceof NotDone ? error.details.current : undefined;
	return (release as { number?: number } | undefined)?.number;
}

/** Publishes a preview for everybody and for good, after asking. What was typed stays if it fails. */
export function PublishForm({ preview, onPublished, onAgain }: Props) {
	const t = useWords();
	const id = useId();
	const [note, setNote] = useState("");
	const [isAsked, setAsked] = useState(false);
	const publish = useChange(PublishReleaseDocument, ({ publishRelease }) =>
		onPublished(publishRelease),
	);
	const isConflict = publish.error instanceof NotDone && publish.error.code === "CONFLICT";
	const other = otherRelease(publish.error);
	return (
		<div className={look.publish}>
			<h3>{t("releases.publish")}</h3>
			<label htmlFor={id}>
				<span>{t("releases.note")}</span>
				<textarea
					id={id}
					maxLength={1000}
					value={note}
					onChange={({ target }) => setNote(target.value)}
				/>
			</label>
			{isConflict && (
				<div className={look.refusal} role="alert">
					<p>
						{other === undefined
							? t("releases.conflict.changed")
							: t("releases.conflict.other", { number: other })}
					</p>
					{other !== undefined && <ReleaseLinks number={other} />}
					<p>
						<button
							type="button"
							className="action"
							onClick={() => {
								publish.reset();
								onAgain();
							}}
						>
							{t("releases.again")}
						</button>
					</p>
				</div>
			)}
			<p>
				<button
					type="button"
					className="action first"
					onClick={() => {
						publish.reset();
						setAsked(true);
					}}
				>
					{t("releases.publish.ask")}
				</button>
			</p>
			{isAsked && (
				<ConfirmDialog
					title={t("releases.sure")}
					action={t("releases.publish.do")}
					busy={t("releases.publish.busy")}
					cancel={t("releases.cancel")}
					isBusy={publish.isPending}
					error={isConflict ? null : publish.error}
					onConfirm={() =>
						publish.mutate(
							{ input: { preview: String(preview.preview), note: note.trim() || null } },
							{
								// What to do then stands on the page.
								onError: (error) =>
									error instanceof NotDone && error.code === "CONFLICT" && setAsked(false),
							},
						)
					}
					onClose={() => setAsked(false)}
				>
					<ul>
						<li>
							{t("releases.sure.covers", { quarters: quartersText(t, preview.periods ?? []) })}
						</li>
						<li>{t("releases.sure.everybody")}</li>
						<li>{t("releases.sure.exactly")}</li>
						<li>
							<strong>{t("releases.sure.for-good")}</strong>
						</li>
					</ul>
				</ConfirmDialog>
			)}
		</div>
	);
}
