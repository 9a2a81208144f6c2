/** A table whose rows are read by id, by institute and in pages; `Row` is the class of its rows. */
export interface ListedTable<Row> {
	/** Name in the database, and of its list in cursors. */
	name: string;
	/** The API's type. */
	type: string;
	/** The columns that fields of the type are made of; those of `id` and `name` are always read. */
	columns: Record<string, ReadonlyArray<keyof Row & string>>;
}
