import type { Words } from "../../words/use-words.ts";
import type { Figure } from "./stored-table.ts";

/** A figure in words, for what is read out or has little room. */
export function figureText(t: Words, { status, value }: Figure): string {
	if (value !== null) return t.number(value);
	return t(status === "SUPPRESSED" ? "suppressed" : "statistics.not-applicable");
}
