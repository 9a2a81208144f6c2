import { type FormEvent, useRef, useState } from "react";
import { ownerOf } from "../offline/item.ts";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import { NotDoneNote } from "./NotDoneNote.tsx";
import { faultsIn } from "./not-done-fields.ts";
import { useDraft } from "./use-draft.ts";
import { WorkField } from "./WorkField.tsx";
import look from "./WorkForm.module.css";

type Choice = {
	/** What happens: a verb. */
	action: string;
	busy: string;
	isBusy: boolean;
	/** The first of several is the one that Enter means. */
	onSend: (reason: string) => Promise<unknown>;
};

type Props = {
	/** Under which what is typed is kept on the device. */
	name: string;
	label: string;
	hint?: string;
	choices: readonly Choice[];
	error: Error | null;
	onCancel?: () => void;
};

/** Asks why, and does one of several things for that reason. What is typed is kept until one is done. */
export function ReasonForm({ name, label, hint, choices, error, onCancel }: Props) {
	const t = useWords();
	const { viewer } = useSession();
	const field = useRef<HTMLTextAreaElement>(null);
	const { draft, put, forget } = useDraft(viewer ? ownerOf(viewer) : "", name, () => ({ why: "" }));
	const [isMissing, setMissing] = useState(false);
	const isBusy = choices.some((choice) => choice.isBusy);
	const faults = faultsIn(error);
	const fault = isMissing ? t("work.reason.missing") : faults.get("reason");

	async function send({ onSend }: Choice) {
		if (isBusy) return;
		const why = draft.why.trim();
		setMissing(why === "");
		if (why === "") return field.current?.focus();
		try {
			await onSend(why);
			forget();
		} catch {
			// What is typed stays; the note below says why it was not done.
		}
	}
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (choices[0]) void send(choices[0]);
	};
	return (
		<form className={look.form} onSubmit={submit} noValidate>
			<WorkField label={label} hint={hint} fault={fault}>
				{(attributes) => (
					<textarea
						{...attributes}
						ref={field}
						rows={2}
						maxLength={1000}
						value={draft.why}
						onChange={({ target }) => {
							setMissing(false);
							put({ why: target.value });
						}}
					/>
				)}
			</WorkField>
			{!faults.has("reason") && <NotDoneNote error={error} />}
			<div className={look.actions}>
				{choices.map((choice, at) => (
					<button
						key={choice.action}
						type={at === 0 ? "submit" : "button"}
						className={at === 0 ? "action first" : "action"}
						aria-disabled={isBusy}
						onClick={at === 0 ? undefined : () => void send(choice)}
					>
						{choice.isBusy ? choice.busy : choice.action}
					</button>
				))}
				{onCancel && (
					<button type="button" className="action" onClick={onCancel}>
						{t("work.cancel")}
					</button>
				)}
			</div>
		</form>
	);
}
