import { useEffect, useRef } from "react";
import { exportOf } from "../offline/belongings.ts";
import { ownerOf } from "../offline/item.ts";
import { leave } from "../offline/leave.ts";
import { save } from "../parts/take-along.ts";
import type { SignedIn } from "../session/states.ts";
import { useWords } from "../words/use-words.ts";
import look from "./SignOutDialog.module.css";

type Props = { viewer: SignedIn; count: number; onClose: () => void };

/** Asks what becomes of what the hub does not have yet. */
export default function SignOutDialog({ viewer, count, onClose }: Props) {
	const t = useWords();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} className={look.dialog} aria-labelledby="sign-out" onClose={onClose}>
			<h2 id="sign-out">{t("session.sign-out")}</h2>
			<p>{t("sign-out.unsent", { count })}</p>
			<div className={look.actions}>
				<button type="button" className="action first" onClick={() => void leave(viewer, true)}>
					{t("sign-out.keep")}
				</button>
				<button
					type="button"
					className="action"
					onClick={async () => save("throughline.json", await exportOf(ownerOf(viewer)))}
				>
					{t("sign-out.export")}
				</button>
				<button type="button" className="action" onClick={() => void leave(viewer, false)}>
					{t("sign-out.delete")}
				</button>
				<button type="button" className="action" onClick={() => dialog.current?.close()}>
					{t("sign-out.cancel")}
				</button>
			</div>
		</dialog>
	);
}
