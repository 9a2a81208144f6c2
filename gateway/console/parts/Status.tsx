import { useWords } from "../words/use-words.ts";
import look from "./Status.module.css";

/** A figure that is withheld: never zero, a blank or a dash. */
export function Suppressed() {
	const t = useWords();
	return (
		<span className={look.suppressed} title={t("suppressed.why")}>
			<span className="unseen">{t("suppressed")}</span>
		</span>
	);
}

/** A figure that is not there, and why. */
export function NotAvailable({ reason }: { reason?: string | null }) {
	const t = useWords();
	return (
		<span className={look.absent}>{reason ? t("absent.because", { reason }) : t("absent")}</span>
	);
}

/** The mark of a record that was made up, for demonstrations. */
export function Synthetic() {
	const t = useWords();
	return (
		<span className={look.synthetic} title={t("synthetic.why")}>
			{t("synthetic")}
		</span>
	);
}
