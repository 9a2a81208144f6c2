import type { FigureFieldsFragment } from "../../graphql/graphql.ts";
import { figureText } from "../../parts/Figure.tsx";
import type { Words } from "../../words/use-words.ts";

/** A fact in words: codes of agencies and states by their names, levels by what they are. */
export function inWords(t: Words, figure: FigureFieldsFragment): string {
	const { property, text, value } = figure;
	if (property === "sponsor" && text) return t.maybe(`agency.${text}`, text);
	if (property === "mrl_from" || property === "mrl_to")
		return t(`profile.${property}`, { level: String(value) });
	const said = figureText(t, figure);
	if (property !== "headquarters" && property !== "satellite") return said;
	return said.replaceAll(/\bUS-[A-Z]{2}\b/g, (code) => t.maybe(`state.${code}`, code));
}
