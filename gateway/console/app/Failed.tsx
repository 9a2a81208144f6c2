import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import look from "./Notices.module.css";

/** A page that could not be shown; what is around it stays. */
export function Failed({ error, reset }: ErrorComponentProps) {
	const t = useWords();
	const router = useRouter();
	return (
		<div className={look.notice} role="alert">
			<h1>{t("failed")}</h1>
			<p>{t("failed.what", { message: error instanceof Error ? error.message : String(error) })}</p>
			<button
				type="button"
				className="action first"
				onClick={() => {
					reset();
					void router.invalidate();
				}}
			>
				{t("retry")}
			</button>
		</div>
	);
}
