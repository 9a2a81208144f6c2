import type { Words } from "../../words/use-words.ts";

/** Which figures, as the hub names them: "engagements of fiscal year 2024", "NEW_SALES of fiscal year 2024". */
export function figuresName(t: Words, name: string): string {
	const [, what, year] = /^(\w+) of fiscal year (\d{4})$/.exec(name) ?? [];
	if (!what || !year) return name;
	const figures =
		what === "engagements" ? t("releases.services") : t.maybe(`trace.metric.${what}`, what);
	return t("releases.figures-of", { figures, year });
}

/** Why a cell is withheld, in words. */
export const reasonText = (t: Words, reason: string): string =>
	t.maybe(`releases.reason.${reason}`, reason);

/** Why a change waits, as the hub says it: "ga-mep, TRAINING, 2024-Q1: FEW_CONTRIBUTORS", or a sentence. */
export function whyText(t: Words, why: string): string {
	const [, place, reason] = /^(.*): ([A-Z_]+)$/.exec(why) ?? [];
	if (!place || !reason) return why;
	const said = place.split(", ").map((one) => t.maybe(`kind.${one}`, one));
	return `${said.join(", ")}: ${reasonText(t, reason)}`;
}
