import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Likeness, likeness } from "../../subgraphs/engagements/name-matching/likeness.ts";

type Row = Record<string, string>;

/** Two manufacturers of which somebody has said whether they are the same. */
export type Pair = {
	id: string;
	/** Pairs that thresholds and word lists were chosen by, or pairs written afterwards to see how far that carries. */
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
	/** Of those shown as likely the same, the share that is. */
	precision: number;
	/** Of those that are the same, the share that is shown. */
	recall: number;
	/** Shown, but others. */
	wrong: Pair[];
	/** The same, but not shown. */
	missed: Pair[];
};

/** How well likeness tells the pairs, with what it shows or, where a `threshold` is given, what scores as much. */
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
