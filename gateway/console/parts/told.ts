import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { sameFigure } from "./figure-group.ts";

type Observation = Pick<
	FigureFieldsFragment,
	| "id"
	| "property"
	| "fiscalYear"
	| "period"
	| "asOf"
	| "party"
	| "number"
	| "value"
	| "text"
	| "nativeText"
	| "accepted"
>;

/** What sources say of one figure: the answer that is shown, and others where they say something else. */
export type ToldFigure<One> = {
	shown: One;
	/** How many sources say what is shown. */
	agreeing: number;
	/** One of each other answer, with how many sources give it. */
	others: Array<{ figure: One; sources: number }>;
};

/** What it says, to tell whether two sources say the same. */
const answerOf = ({ value, text, nativeText }: Observation) =>
	String(value ?? text ?? nativeText ?? "").trim();

/** All observations as figures, each with what other sources say of it, in the order in which they come. */
export function toldOf<One extends Observation>(observations: readonly One[]): ToldFigure<One>[] {
	const told: ToldFigure<One>[] = [];
	const taken = new Set<string>();
	for (const one of observations) {
		if (taken.has(one.id)) continue;
		const [shown = one, ...rest] = sameFigure(one, observations);
		for (const { id } of [shown, ...rest]) taken.add(id);
		const figure: ToldFigure<One> = { shown, agreeing: 1, others: [] };
		for (const other of rest) {
			const alike = figure.others.find((known) => answerOf(known.figure) === answerOf(other));
			if (answerOf(other) === answerOf(shown)) figure.agreeing += 1;
			else if (alike) alike.sources += 1;
			else figure.others.push({ figure: other, sources: 1 });
		}
		told.push(figure);
	}
	return told;
}
