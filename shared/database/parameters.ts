import type { Sql } from "sql-template-tag";
import type { Engine } from "./database.ts";

/** Values of a statement that are passed as they stand; SQLite takes 32,766, PostgreSQL 65,535. */
const MANY = 2000;

/**
 * Text and values of a statement. In one that has very many values, equal ones are passed once: a filter that stands
 * in it once for each of 200 parents would otherwise be more than the database takes.
 */
export function parametersOf(
	statement: Sql,
	engine: Engine,
): { text: string; values: readonly unknown[] } {
	const postgres = engine === "postgres";
	if (statement.values.length <= MANY)
		return { text: postgres ? statement.text : statement.sql, values: statement.values };
	const places = new Map<unknown, number>();
	const values: unknown[] = [];
	const texts = [statement.strings[0] ?? ""];
	statement.values.forEach((value, index) => {
		// PostgreSQL gives each parameter one type: a number may be meant as another one elsewhere, a text is a text.
		let place = postgres && typeof value !== "string" ? undefined : places.get(value);
		if (place === undefined) {
			place = values.push(value);
			places.set(value, place);
		}
		texts.push(`${postgres ? "$" : "?"}${place}${statement.strings[index + 1] ?? ""}`);
	});
	return { text: texts.join(""), values };
}
