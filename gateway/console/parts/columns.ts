import type { ReactNode } from "react";
import type { CellData } from "./take-along.ts";

/** A column of a table. */
export type Column<Row> = {
	id: string;
	/** Its head; a unit stands here, once. */
	head: string;
	/** The plain value: sorted by, and what CSV gets. */
	value: (row: Row) => CellData;
	/** How it is shown; by default its plain value. */
	cell?: (row: Row) => ReactNode;
	/** Numbers stand on the right. */
	numeric?: boolean;
	/** Share of the width beside that of other columns; 1 by default. */
	width?: number;
};

/** Kept, as each is slow to make and columns have thousands of values. */
const orders = new Map<string, Intl.Collator>();

/** Orders values for a column: numbers by size, text as the language orders it. */
export function compare(language: string, a: CellData, b: CellData): number {
	if (typeof a === "number" && typeof b === "number") return a - b;
	const order = orders.get(language) ?? new Intl.Collator(language, { numeric: true });
	orders.set(language, order);
	return order.compare(String(a), String(b));
}

/** Rows as plain values, to take along. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => ({
	columns: columns.map(({ id }) => id),
	rows: rows.map((row) => columns.map(({ value }) => value(row))),
});
