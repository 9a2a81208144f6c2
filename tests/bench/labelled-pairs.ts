import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Likeness, likeness } from "../../subgraphs/engagements/name-matching/likeness.ts";

type Row = Record<string, string>;

/** Two manufacturers, labelled as the same or different. */
export type Pair = {
	id: string;
	/** Pairs used for tuning thresholds and word lists, or pairs written afterwards for validation. */
	use: "tuning" | "held-out";
	kind: string;
	same: boolean;
	one: Likeness;
	other: Likeness;
};

function sideOf(row: Row, side: "a" | "b"): Likeness {
	const cell = (column: string) => row[`${side}_${column}`] || null;
	const [scheme, value] = cell("identifier")?.split(":") ?? [];
	return {
		name: cell("name") ?? "",
		city: cell("city"),
		state: cell("state"),
		identifiers: scheme && value ? [{ scheme, value }] : [],
	};
}

/** The 200 pairs of `data/duplicates.csv`; docs/duplicates.md says where they come from. */
export function labelledPairs(): Pair[] {
	const file = new URL("data/duplicates.csv", import.meta.url);
	const rows: Row[] = parse(readFileSync(file), { columns: true });
	return rows.map((row) => ({
		id: row.id ?? "",
		use: row.use === "held-out" ? "held-out" : "tuning",
		kind: row.kind ?? "",
		same: row.label === "same",
		one: sideOf(row, "a"),
		other: sideOf(row, "b"),
	}));
}

export type Measured = {
	pairs: number;
	/** Share of the shown pairs that are the same. */
	precision: number;
	/** Share of the same pairs that are shown. */
	recall: number;
	/** Shown, but different. */
	wrong: Pair[];
	/** The same, but not shown. */
	missed: Pair[];
};

/** Precision and recall on the pairs, for the pairs shown or, with a `threshold`, those that score at least as high. */
export function measurePairs(pairs: readonly Pair[], threshold = 0): Measured {
	const shown = pairs.filter(({ one, other }) => (likeness(one, other)?.score ?? -1) >= threshold);
	const right = shown.filter(({ same }) => same);
	const same = pairs.filter((pair) => pair.same);
	return {
		pairs: pairs.length,
		precision: right.length / shown.length,
		recall: right.length / same.length,
		wrong: shown.filter((pair) => !pair.same),
		missed: same.filter((pair) => !shown.includes(pair)),
	};
}
