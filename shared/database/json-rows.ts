import { LRUCache } from "lru-cache";

/**
 * The SQLite driver makes each value of a row in one thread and copies it in another, which costs more than reading it.
 * A statement that returned many rows is from then on wrapped in one that returns them all as a JSON text.
 */

/** So many rows are many. */
const MANY = 12;
/** Statements whose wrapping is kept, and characters of their texts. */
const KEPT = { max: 1000, maxSize: 2_000_000 };
/** What only some statements with rows of their own begin with, and what would be taken for JSON instead of a text. */
const WRAPPABLE = /^\s*(SELECT|WITH)\b/i;
/** JavaScript has these first among the keys of an object, wherever their columns are. */
const A_NUMBER = /^\d+$/;
const MAKES_JSON = /\bjsonb?(_(?!each\b|tree\b)\w+)?\s*\(|->(?!>)/i;

export type Wrapped = {
	/** A statement with the same parameters and one row, whose `rows` are the JSON text. */
	sql: string;
	/** Undefined where a number may have lost digits: the statement has to be wrapped exactly. */
	rowsOf<T>(text: string): T[] | undefined;
};

/** JSON of SQLite has 15 digits of a REAL, which needs up to 17. Few statements return any, and only these pay for it. */
const exact = (column: string) =>
	`CASE typeof(${column}) WHEN 'real' THEN json(printf('%!.17g', ${column})) ELSE ${column} END`;

/** Makes rows of their values, as one object literal would: one that is filled name by name takes three times as long. */
const rowMaker = (names: readonly string[]): ((values: unknown[]) => object) =>
	new Function(
		"values",
		`return { ${names.map((name, at) => `${JSON.stringify(name)}: values[${at}]`).join(", ")} };`,
	) as (values: unknown[]) => object;

const mayLackDigits = (value: unknown) => typeof value === "number" && !Number.isSafeInteger(value);

/** `names`: of all columns of the statement, in its order. */
function wrapped(sql: string, names: readonly string[], isExact: boolean): Wrapped {
	const columns = names.map((_, index) => `c${index}`);
	const values = isExact ? columns.map(exact) : columns;
	// By place: a statement with other columns than these fails, instead of giving one the value of another.
	const text = `WITH wrapped(${columns.join(", ")}) AS (${sql}) SELECT json_group_array(json_array(${values.join(", ")})) AS rows FROM wrapped`;
	const make = rowMaker(names);
	return {
		sql: text,
		rowsOf<T>(json: string) {
			const rows: unknown[][] = JSON.parse(json);
			if (!isExact && rows.some((row) => row.some(mayLackDigits))) return undefined;
			return rows.map(make) as T[];
		},
	};
}

/** The wrappings of a connection's statements, by their texts. */
export function wrappings() {
	const kept = new LRUCache<string, { names: string[]; wrapped?: Wrapped }>({
		...KEPT,
		sizeCalculation: (_, sql) => sql.length || 1,
	});
	return {
		of: (sql: string): Wrapped | undefined => kept.get(sql)?.wrapped,
		/** Takes notice of the rows that a statement returned. */
		learn(sql: string, rows: readonly object[]): void {
			const [first] = rows;
			if (rows.length < MANY || first === undefined || kept.has(sql)) return;
			const names = Object.keys(first);
			const fits =
				WRAPPABLE.test(sql) && !MAKES_JSON.test(sql) && !names.some((name) => A_NUMBER.test(name));
			kept.set(sql, { names, wrapped: fits ? wrapped(sql, names, false) : undefined });
		},
		/** Wraps a statement so that no digit is lost. */
		exactly(sql: string): Wrapped | undefined {
			const { names = [] } = kept.get(sql) ?? {};
			if (names.length === 0) return undefined;
			const made = wrapped(sql, names, true);
			kept.set(sql, { names, wrapped: made });
			return made;
		},
		/** Never wraps a statement again: it has, for example, two columns of one name, or a BLOB. */
		refuse(sql: string): void {
			kept.set(sql, { names: [] });
		},
	};
}
