import type { Release } from "./release.ts";
import { cellsOf, STATUSES, type StoredTable } from "./stored-table.ts";

export type ColumnType = "text" | "whole number" | "number" | "true or false";

/** A column of a table's file: one row is one cell. */
export type TidyColumn = {
	name: string;
	type: ColumnType;
	/** Whether the column is one of those that together identify a row. */
	key?: boolean;
	/** False if every row has a value. */
	nullable: boolean;
	unit?: string;
	/** The values that occur, where there is a fixed list: id and label. */
	values?: Array<{ id: string; label: string }>;
	description: string;
};
type TidyValue = string | number | boolean | null;

/** Units of figures that need not be whole. */
const FRACTIONS = ["hours", "as the metric"];

const snake = (id: string) =>
	id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/\W+/g, "_");

const hasUnits = ({ values }: StoredTable["dimensions"][number]) =>
	values.some(({ unit }) => unit !== undefined);

function dimensionColumns(dimension: StoredTable["dimensions"][number]): TidyColumn[] {
	const { label, values } = dimension;
	const name = snake(dimension.id);
	const columns: TidyColumn[] = [
		{ name, key: true, type: "text", nullable: false, values, description: `${label}: id.` },
		{ name: `${name}_label`, type: "text", nullable: false, description: `${label}: in words.` },
		{
			name: `${name}_parent`,
			type: "text",
			nullable: true,
			description: `Id of the ${label.toLowerCase()} that this one is part of; empty for the widest. Do not add up a part and its whole.`,
		},
	];
	if (hasUnits(dimension))
		columns.push({
			name: `${name}_unit`,
			type: "text",
			nullable: true,
			description: `Unit of the figures of this ${label.toLowerCase()}.`,
		});
	return columns;
}

/** The columns of a table's CSV and Parquet files, in order. */
export function columnsOf(table: Omit<StoredTable, "cells">): TidyColumn[] {
	const applies = ({ only }: StoredTable["measures"][number]) =>
		only ? ` Applies only where ${snake(only.dimension)} is ${only.values.join(" or ")}.` : "";
	return [
		{
			name: "release",
			key: true,
			type: "whole number",
			nullable: false,
			description: "Number of the release. The figures of a release never change.",
		},
		...table.dimensions.flatMap(dimensionColumns),
		...table.measures.map(
			(measure): TidyColumn => ({
				name: snake(measure.id),
				type: FRACTIONS.includes(measure.unit) ? "number" : "whole number",
				nullable: true,
				unit: measure.unit,
				description: `${measure.label}.${applies(measure)} Empty where suppressed.`,
			}),
		),
		{
			name: "status",
			type: "text",
			nullable: false,
			values: Object.entries(STATUSES).map(([id, label]) => ({ id, label })),
			description: "Whether the figures of the cell are given.",
		},
		{
			name: "synthetic",
			type: "true or false",
			nullable: false,
			description: "Whether the figures are made up, for tests and demonstrations.",
		},
	];
}

/** Yields a row for each cell, with the values in the order of `columnsOf`. */
export function* rowsOf(
	{ number, synthetic }: Pick<Release, "number" | "synthetic">,
	table: StoredTable,
): Generator<TidyValue[]> {
	const parts = table.dimensions.map((dimension) =>
		dimension.values.map(({ id, label, parent, unit }): TidyValue[] =>
			hasUnits(dimension) ? [id, label, parent, unit ?? null] : [id, label, parent],
		),
	);
	for (const { coordinates, values, status } of cellsOf(table))
		yield [
			number,
			...parts.flatMap((part, dimension) => part[coordinates[dimension] as number] ?? []),
			...values,
			status,
			synthetic,
		];
}
