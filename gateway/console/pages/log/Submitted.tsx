import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useOutbox } from "../../offline/use-outbox.ts";
import { waitingFor } from "../../offline/waiting.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";

/** What has become of the visit that was submitted last. */
export function Submitted({ visitKey }: { visitKey: string }) {
	const t = useWords();
	const { byKey } = useOutbox();
	const said = useRef<HTMLParagraphElement>(null);
	// The next visit begins at the top, where this is read first.
	useEffect(() => {
		said.current?.focus({ preventScroll: true });
		scrollTo(0, 0);
	}, []);
	const item = byKey.get(visitKey);
	const what = item ? waitingFor(item, byKey) : "DONE";
	return (
		<p ref={said} tabIndex={-1} className={look.submitted} role="status">
			<span>{t(`log.sent.${what === "DONE" || what === "DECISION" ? what : "WAITING"}`)}</span>
			<Link to="/work">{t("log.to-work")}</Link>
		</p>
	);
}
