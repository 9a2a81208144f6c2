import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import look from "./ConfirmDialog.module.css";
import { NotDoneNote } from "./NotDoneNote.tsx";

type Props = {
	title: string;
	/** What it means, and what is asked. */
	children: ReactNode;
	/** What happens: a verb. */
	action: string;
	/** What happens while it does. */
	busy?: string;
	cancel: string;
	isBusy?: boolean;
	error?: Error | null;
	onConfirm: () => void;
	onClose: () => void;
};

/** Asks before something that cannot be undone. It stays open, with why, where that fails. */
export function ConfirmDialog(props: Props) {
	const {
		title,
		children,
		action,
		busy = action,
		cancel,
		isBusy,
		error,
		onConfirm,
		onClose,
	} = props;
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		dialog.current?.showModal();
		// Where there is nothing to type, a press of Enter must not confirm by mistake.
		const field = dialog.current?.querySelector<HTMLElement>(
			"textarea, input, button[type=button]",
		);
		field?.focus();
	}, []);
	const confirm = (event: FormEvent) => {
		event.preventDefault();
		if (!isBusy) onConfirm();
	};
	return (
		<dialog ref={dialog} className={look.dialog} aria-labelledby={id} onClose={onClose}>
			<form onSubmit={confirm}>
				<h2 id={id}>{title}</h2>
				{children}
				{error && <NotDoneNote error={error} />}
				<div className={look.actions}>
					<button type="submit" className="action first" aria-disabled={isBusy}>
						{isBusy ? busy : action}
					</button>
					<button type="button" className="action" onClick={() => dialog.current?.close()}>
						{cancel}
					</button>
				</div>
			</form>
		</dialog>
	);
}
