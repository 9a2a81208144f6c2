import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import look from "./Asking.module.css";

type Props = {
	title: string;
	/** What happens: a verb. */
	action: string;
	isBusy?: boolean;
	children: ReactNode;
	onDone: () => void;
	onClose: () => void;
};

/** Asks before something is done that cannot simply be taken back. Its page loads the words of `work`. */
export function Asking({ title, action, isBusy, children, onDone, onClose }: Props) {
	const t = useWords();
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	const confirm = (event: FormEvent) => {
		event.preventDefault();
		if (!isBusy) onDone();
	};
	return (
		<dialog ref={dialog} className={look.dialog} aria-labelledby={id} onClose={onClose}>
			<form onSubmit={confirm}>
				<h2 id={id}>{title}</h2>
				{children}
				<div className={look.actions}>
					<button type="submit" className="action first" aria-disabled={isBusy}>
						{action}
					</button>
					<button type="button" className="action" onClick={() => dialog.current?.close()}>
						{t("work.asking.cancel")}
					</button>
				</div>
			</form>
		</dialog>
	);
}
