import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Disagreement } from "./Disagreement.tsx";
import { figureText } from "./Figure.tsx";
import look from "./SourceCard.module.css";
import { SourceLine } from "./SourceLine.tsx";

type Doubt = FigureFieldsFragment["doubts"][number];

function DoubtLine({ doubt }: { doubt: Doubt }) {
	const t = useWords();
	return (
		<div className={look.doubt}>
			<h3>
				{t(doubt.settled ? "doubt.settled" : "doubt.open", { id: doubt.id, what: doubt.what })}
			</h3>
			{doubt.printed && <p>{t("doubt.printed", { text: doubt.printed })}</p>}
			{doubt.right && <p>{t("doubt.right", { text: doubt.right })}</p>}
			<p className="quiet">{doubt.why}</p>
			{doubt.settledBy && (
				<p className="quiet">{t("doubt.settled-by", { text: doubt.settledBy })}</p>
			)}
		</div>
	);
}

/** Where a figure comes from: value, as printed, as of, document and place, doubts, and other sources. */
export function SourceCard({ figure }: { figure: FigureFieldsFragment }) {
	const t = useWords();
	const asOf = figure.asOfWords ?? (figure.asOf && t.date(figure.asOf));
	const facts: Array<[string, string | null | undefined]> = [
		[t("source.printed"), figure.asPrinted],
		[
			t("source.printed-value"),
			figure.printedValue === null || figure.printedValue === undefined
				? null
				: t.value(figure.printedValue, figure.unit),
		],
		[t("source.as-of"), asOf],
		[t("source.fiscal-year"), figure.fiscalYear ? String(figure.fiscalYear) : null],
		[t("source.note"), figure.value === null ? null : figure.text],
		[t("source.reason"), figure.reason],
		[t("source.break"), figure.seriesBreak],
	];
	return (
		<div className={look.card}>
			<p className={look.value}>{figureText(t, figure)}</p>
			<dl>
				{facts.map(
					([name, value]) =>
						value && (
							<div key={name} style={{ display: "contents" }}>
								<dt>{name}</dt>
								<dd>{value}</dd>
							</div>
						),
				)}
				<dt>{t("source.document")}</dt>
				<dd>
					<SourceLine source={figure.source} />
				</dd>
			</dl>
			{figure.doubts.map((doubt) => (
				<DoubtLine key={doubt.id} doubt={doubt} />
			))}
			<Disagreement figure={figure} />
		</div>
	);
}
