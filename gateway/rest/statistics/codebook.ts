import { BYTE_ORDER_MARK, csvOf, headerOf } from "../data/csv.ts";
import type { TableDescription } from "./description.ts";
import { columnsOf, type TidyColumn } from "./tidy.ts";

const COLUMNS = ["table", "column", "type", "unit", "value", "description"];

function rowsOf(table: TableDescription) {
	return columnsOf(table).flatMap(({ name: column, type, unit, values, description }) => [
		{ table: table.id, column, type, unit, description },
		...(values ?? []).map(({ id, label }) => ({
			table: table.id,
			column,
			value: id,
			description: label,
		})),
	]);
}

/** The codebook as CSV: a row for each column of each table, and one for each value of a column with a fixed list. */
export function codebookCsv(tables: TableDescription[]): string {
	return BYTE_ORDER_MARK + headerOf(COLUMNS) + csvOf(COLUMNS, tables.flatMap(rowsOf));
}

const DATATYPES = {
	text: "string",
	"whole number": "integer",
	number: "double",
	"true or false": "boolean",
} as const;

function csvwColumn({ name, type, nullable, unit, values, description }: TidyColumn) {
	return {
		name,
		titles: name,
		datatype: DATATYPES[type],
		required: !nullable,
		"dc:description": description,
		...(unit && { "schema:unitText": unit }),
		...(values && { "schema:valueReference": values.map(({ id, label }) => `${id} = ${label}`) }),
	};
}

/** Metadata of the CSV files in W3C's vocabulary "CSV on the Web" (CSVW), in JSON. */
export function csvwMetadata(tables: TableDescription[], title: string, licence: string): string {
	const group = {
		"@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
		"dc:title": title,
		"dc:license": { "@id": licence },
		dialect: { encoding: "utf-8", header: true },
		tables: tables.map((table) => ({
			url: `${table.id}.csv`,
			"dc:title": table.title,
			...(table.notes.length > 0 && { notes: table.notes }),
			tableSchema: {
				columns: columnsOf(table).map(csvwColumn),
				primaryKey: columnsOf(table).flatMap(({ name, key }) => (key ? [name] : [])),
			},
		})),
	};
	return JSON.stringify(group, null, 2);
}
