import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Relation, TableSystem } from "../../subgraphs/engagements/suppression/system.ts";
import { ROOT } from "./paths.ts";

/** A row of a published example: its place, its value, and what its authors found. */
export type ExampleCell = {
	row: string;
	column: string;
	value: number;
	primary: boolean;
	suppressed: boolean;
	lower?: number;
	upper?: number;
};

const records = (name: string): Array<Record<string, string>> =>
	parse(readFileSync(`${ROOT}/tests/fixtures/disclosure/gs_${name}.csv`), { columns: true });

const numberOf = (text: string | undefined) =>
	text === undefined || text === "NA" ? undefined : Number(text);

/** Reads a two-way table with its margins. */
export function readExample(name: string): ExampleCell[] {
	return records(name).map((record) => ({
		row: (record.age ?? record.sector4) as string,
		column: record.geo as string,
		value: Number(record.freq ?? record.value),
		primary: record.primary === "TRUE",
		suppressed: record.suppressed === "TRUE",
		lower: numberOf(record.lo),
		upper: numberOf(record.up),
	}));
}

/** Contributions of the companies behind the sums, the largest first. */
export function contributionsTo({ row, column }: ExampleCell): number[] {
	const inside = (level: string, ...of: Array<string | undefined>) =>
		level === "Total" || of.includes(level);
	const sums = new Map<string, number>();
	for (const record of records("magnitude1_input"))
		if (inside(row, record.sector4, record.sector2) && inside(column, record.geo, record.eu))
			sums.set(
				record.company as string,
				(sums.get(record.company as string) ?? 0) + Number(record.value),
			);
	return [...sums.values()].filter((value) => value > 0).sort((a, b) => b - a);
}

const LEVELS: Record<string, string[]> = {
	EU: ["Portugal", "Spain"],
	nonEU: ["Iceland"],
	private: ["Agriculture", "Entertainment", "Industry"],
	public: ["Governmental"],
};

/** Children of a level among the levels of a table. */
function childrenOf(level: string, all: string[]): string[] {
	if (LEVELS[level]) return LEVELS[level];
	if (level !== "Total") return [];
	const middle = all.filter((one) => LEVELS[one]);
	return middle.length > 0 ? middle : all.filter((one) => one !== "Total");
}

/** The table as a linked system: one contributor a cell, since its rules judge the cells. */
export function systemOf(cells: readonly ExampleCell[], whole: boolean): TableSystem {
	const rows = [...new Set(cells.map(({ row }) => row))];
	const columns = [...new Set(cells.map(({ column }) => column))];
	const at = (row: string, column: string) =>
		cells.findIndex((cell) => cell.row === row && cell.column === column);
	const relations: Relation[] = cells.flatMap(({ row, column }, parent) => [
		{ parent, children: childrenOf(row, rows).map((child) => at(child, column)) },
		{ parent, children: childrenOf(column, columns).map((child) => at(row, child)) },
	]);
	const numbers = Int32Array.from(cells, (_, cell) => cell);
	return {
		cells: cells.length,
		relations: relations.filter(({ children }) => children.length > 0),
		measures: [{ name: "value", kind: "sum", whole, money: false, everywhere: true }],
		contributions: {
			start: Int32Array.from({ length: cells.length + 1 }, (_, cell) => cell),
			contributor: numbers,
			group: new Int32Array(cells.length).fill(-1),
			values: [Float64Array.from(cells, ({ value }) => value)],
		},
	};
}
