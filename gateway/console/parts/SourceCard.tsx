import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Card } from "./Card.tsx";
import { Disagreement } from "./Disagreement.tsx";
import { figureText } from "./Figure.tsx";
import type { Told } from "./source-sheet.ts";

/** Where a figure comes from: value, as printed, as of, document and place, doubts, and other sources. */
export function SourceCard({ figure }: { figure: FigureFieldsFragment }) {
	const t = useWords();
	const told: Told = [
		[t("source.printed"), figure.asPrinted],
		[
			t("source.printed-value"),
			figure.printedValue === null || figure.printedValue === undefined
				? null
				: t.value(figure.printedValue, figure.unit),
		],
		[t("source.as-of"), figure.asOfWords ?? (figure.asOf && t.date(figure.asOf))],
		[t("source.fiscal-year"), figure.fiscalYear ? String(figure.fiscalYear) : null],
		[t("source.note"), figure.value === null ? null : figure.text],
		[t("source.reason"), figure.reason],
		[t("source.break"), figure.seriesBreak],
	];
	return (
		<Card text={figureText(t, figure)} told={told} source={figure.source} doubts={figure.doubts}>
			<Disagreement figure={figure} />
		</Card>
	);
}
