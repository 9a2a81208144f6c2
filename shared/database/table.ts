import { type QueryRunner, Table, TableIndex } from "typeorm";

type Columns = Record<
	string,
	| "text"
	| "text?"
	| "integer"
	| "integer?"
	| "double precision"
	| "double precision?"
	| "boolean"
	| "boolean?"
	| "serial"
>;

/** A table whose first column is its primary key. A type that ends in "?" is nullable; "serial" counts up. */
export function table(
	name: string,
	columns: Columns,
	references: Record<string, string> = {},
): Table {
	const primary = Object.keys(columns)[0];
	return new Table({
		name,
		columns: Object.entries(columns).map(([column, type]) => ({
			name: column,
			type: type === "serial" ? "integer" : type.replace("?", ""),
			...(type === "serial" && { isGenerated: true, generationStrategy: "increment" as const }),
			isNullable: type.endsWith("?"),
			isPrimary: column === primary,
		})),
		foreignKeys: Object.entries(references).map(([column, referencedTableName]) => ({
			columnNames: [column],
			referencedTableName,
			referencedColumnNames: ["id"],
		})),
	});
}

/** Creates an index for each set of columns of each table. */
export async function createIndices(
	runner: QueryRunner,
	indices: Array<[string, string[][]]>,
): Promise<void> {
	for (const [name, columnSets] of indices)
		for (const columnNames of columnSets)
			await runner.createIndex(
				name,
				new TableIndex({ name: `${name}_by_${columnNames.join("_")}`, columnNames }),
			);
}
