import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useWords } from "../words/use-words.ts";
import look from "./Notices.module.css";

/** How Chromium and Firefox, and WebKit, say that a script could not be loaded. */
const NOT_LOADED = /dynamically imported module|Importing a module script failed/;

/** A page that could not be shown; what is around it stays. */
export function Failed({ error, reset }: ErrorComponentProps) {
	const t = useWords();
	const router = useRouter();
	const message = error instanceof Error ? error.message : String(error);
	const isUnloaded = NOT_LOADED.test(message);
	useEffect(() => {
		if (!isUnloaded) return;
		// What was typed lies on the device, and what was chosen in the address.
		const open = () => location.reload();
		addEventListener("online", open);
		return () => removeEventListener("online", open);
	}, [isUnloaded]);
	function retry() {
		// Its script may also be gone from the hub, where a newer version replaced it.
		if (isUnloaded && navigator.onLine) return location.reload();
		reset();
		void router.invalidate();
	}
	const isAway = isUnloaded && !navigator.onLine;
	return (
		<div className={look.notice} role="alert">
			<h1>{t(isAway ? "failed.not-loaded" : "failed")}</h1>
			<p>{isAway ? t("failed.not-loaded.what") : t("failed.what", { message })}</p>
			<button type="button" className="action first" onClick={retry}>
				{t("retry")}
			</button>
		</div>
	);
}
