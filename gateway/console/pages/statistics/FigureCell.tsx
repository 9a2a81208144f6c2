import { Suppressed } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Figure } from "./stored-table.ts";

/** A figure as a table shows it: never a blank. */
export function FigureCell({ of: figure }: { of: Figure }) {
	const t = useWords();
	switch (figure.status) {
		case "PUBLISHED":
			return t.number(figure.value);
		case "EMPTY":
			return (
				<span className="quiet" title={t("statistics.empty")}>
					{t.number(0)}
				</span>
			);
		case "SUPPRESSED":
			return <Suppressed />;
		default:
			return <span className="quiet">{t("statistics.not-applicable")}</span>;
	}
}
