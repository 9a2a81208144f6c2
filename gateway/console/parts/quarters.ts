import type { Words } from "../words/use-words.ts";

export type Quarter = { fiscalYear: number; quarter: number };

/** "2024 Q1" in the language of the page. */
export const quarterText = (t: Words, { fiscalYear, quarter }: Quarter): string =>
	t("fiscal.quarter", { year: String(fiscalYear), quarter });

/** A quarter as an address says it: 2024-Q1. */
export const quarterParameter = ({ fiscalYear, quarter }: Quarter) => `${fiscalYear}-Q${quarter}`;

/** Reads what `quarterParameter` writes; undefined for anything else. */
export function readQuarter(text: string): Quarter | undefined {
	const [, year, quarter] = /^((?:19|20)\d\d)-Q([1-4])$/.exec(text) ?? [];
	return year ? { fiscalYear: Number(year), quarter: Number(quarter) } : undefined;
}

const follows = (one: Quarter, next: Quarter) =>
	one.fiscalYear * 4 + one.quarter + 1 === next.fiscalYear * 4 + next.quarter;

/** Fiscal quarters, which are in order, as runs without gaps: the first and the last of each. */
export function runsOf(quarters: readonly Quarter[]): Array<{ first: Quarter; last: Quarter }> {
	const runs: Array<{ first: Quarter; last: Quarter }> = [];
	for (const quarter of quarters) {
		const run = runs.at(-1);
		if (run && follows(run.last, quarter)) run.last = quarter;
		else runs.push({ first: quarter, last: quarter });
	}
	return runs;
}

/** "2024 Q1 to 2025 Q2" in the language of the page. */
export function quartersText(t: Words, quarters: readonly Quarter[]): string {
	const name = (quarter: Quarter) => quarterText(t, quarter);
	const names = runsOf(quarters).map(({ first, last }) =>
		first === last ? name(first) : t("fiscal.quarters", { first: name(first), last: name(last) }),
	);
	return new Intl.ListFormat(t.language, { type: "conjunction" }).format(names);
}
