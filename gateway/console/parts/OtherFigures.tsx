import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Figure, propertyName } from "./Figure.tsx";

/** Figures that are not of the same measure, beside the one that is. */
export function OtherFigures({ figures }: { figures: readonly FigureFieldsFragment[] }) {
	const t = useWords();
	if (figures.length === 0) return null;
	return (
		<div className="quiet">
			{t("profile.other-figures")}{" "}
			{figures.map((figure, index) => (
				<span key={figure.id}>
					{index > 0 && "; "}
					{propertyName(t, figure.property)} <Figure of={figure} />
				</span>
			))}
		</div>
	);
}
