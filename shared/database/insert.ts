import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { runIn } from "./reader-in.ts";

type Insert = { into: Sql; columns: string[] };
const inserts = new WeakMap<object, Insert>();

function insertOf(manager: EntityManager, Row: object): Insert {
	let found = inserts.get(Row);
	if (!found) {
		const { tableName, columns } = manager.connection.getMetadata(Row as never);
		const names = columns.flatMap((one) => (one.isGenerated ? [] : one.databaseName));
		const quoted = names.map((name) => `"${name}"`).join(", ");
		found = { into: raw(`INSERT INTO ${tableName} (${quoted}) VALUES `), columns: names };
		inserts.set(Row, found);
	}
	return found;
}

/** Inserts one whole row. TypeORM's own insert builds its statement each time, which slows imports down. */
export async function insertRow<T extends object>(
	manager: EntityManager,
	Row: new () => T,
	row: Omit<T, "seq">,
): Promise<void> {
	const { into, columns } = insertOf(manager, Row);
	const values = columns.map((name) => row[name as keyof typeof row] as unknown);
	await runIn(manager, sql`${into}(${join(values)})`);
}
