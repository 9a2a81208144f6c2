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

/** Text sorts and compares by code point on PostgreSQL too, as cursors and SQLite have it. */
const COLLATION = "C";

/**
 * Creates a table whose first column is its primary key. A type that ends in "?" is nullable; "serial" counts up.
 */
export async function createTable(
	runner: QueryRunner,
	name: string,
	columns: Columns,
	references: Record<string, string> = {},
): Promise<void> {
	const primary = Object.keys(columns)[0];
	const postgres = runner.connection.options.type === "postgres";
	const made = new Table({
		name,
		columns: Object.entries(columns).map(([column, type]) => ({
			name: column,
			type: type === "serial" ? "integer" : type.replace("?", ""),
			...(type === "serial" && { isGenerated: true, generationStrategy: "increment" as const }),
			...(postgres && type.startsWith("text") && { collation: COLLATION }),
			isNullable: type.endsWith("?"),
			isPrimary: column === primary,
		})),
		foreignKeys: Object.entries(references).map(([column, referencedTableName]) => ({
			columnNames: [column],
			referencedTableName,
			referencedColumnNames: ["id"],
		})),
	});
	await runner.createTable(made);
}

/** Adds a column. `type` may say NOT NULL and DEFAULT after the type. */
export async function addColumn(
	runner: QueryRunner,
	table: string,
	column: string,
	type: string,
): Promise<void> {
	const collated =
		runner.connection.options.type === "postgres"
			? type.replace(/^text/, `text COLLATE "${COLLATION}"`)
			: type;
	await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${collated}`);
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
