import type { EvaluationsQuery } from "../../graphql/graphql.ts";
import { Figure, propertyName } from "../../parts/Figure.tsx";
import { useWords } from "../../words/use-words.ts";
import { Absent } from "./Absent.tsx";
import look from "./IndicatorCell.module.css";

type Indicator = EvaluationsQuery["networks"][number]["evaluation"]["indicators"][number];

/** What a network has of an indicator: a published figure, a computed one with its formula, or why there is none. */
export function IndicatorCell({ of }: { of: Indicator }) {
	const t = useWords();
	const { observation, value, unit, n, formula, coverage, seriesBreak, otherFigures } = of;
	return (
		<>
			{observation && (
				<p className={look.value}>
					<Figure of={observation} />
				</p>
			)}
			{observation && <p>{t("figures.published")}</p>}
			{!observation && value !== null && (
				<>
					<p className={look.value}>{t.value(value, unit)}</p>
					<p>{t("figures.computed", { n: n ?? 0 })}</p>
					<p lang="en">{formula}</p>
					{coverage && (
						<p className="quiet" lang="en">
							{coverage.words}
						</p>
					)}
				</>
			)}
			{value === null && <Absent answer={of.answer} reason={of.reason} />}
			{seriesBreak && (
				<p className={look.break} lang="en">
					⌇ {seriesBreak}
				</p>
			)}
			{otherFigures.length > 0 && (
				<details>
					<summary>{t("figures.other", { count: otherFigures.length })}</summary>
					<ul>
						{otherFigures.map((other) => (
							<li key={other.id}>
								{propertyName(t, other.property)} {other.fiscalYear ?? other.asOf}{" "}
								<Figure of={other} />
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	);
}
