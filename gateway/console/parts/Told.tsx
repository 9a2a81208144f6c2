import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Figure, figureText } from "./Figure.tsx";
import look from "./Told.module.css";
import type { ToldFigure } from "./told.ts";

type Say = (figure: FigureFieldsFragment) => string | undefined;

type Props = {
	of: ToldFigure<FigureFieldsFragment>;
	name?: string;
	/** What to show instead of value and unit. */
	say?: Say;
};

/** What other sources say of a figure, beside it. */
export function OtherAnswers({ of: { others }, name, say }: Props) {
	const t = useWords();
	if (others.length === 0) return null;
	return (
		<span className={look.others}>
			{t("profile.others", { count: others.length })}{" "}
			{others.map(({ figure, sources }, index) => (
				<span key={figure.id}>
					{index > 0 && "; "}
					<Figure of={figure} name={name}>
						{say?.(figure) ?? figureText(t, figure)}
					</Figure>
					{sources > 1 && ` (${t("profile.sources", { count: sources })})`}
				</span>
			))}
		</span>
	);
}

/** A figure with what other sources say of it beside it, where they disagree. */
export function Told({ of, name, say }: Props) {
	const t = useWords();
	const { shown, agreeing } = of;
	return (
		<>
			<Figure of={shown} name={name}>
				{say?.(shown) ?? figureText(t, shown)}
			</Figure>
			{agreeing > 1 && <span className="quiet"> {t("profile.agree", { count: agreeing })}</span>}
			<OtherAnswers of={of} name={name} say={say} />
		</>
	);
}
