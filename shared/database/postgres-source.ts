import type pg from "pg";
import { DataSource } from "typeorm";
import type { DatabaseDefinition } from "./database.ts";

type Connect = (
	done: (error?: unknown, client?: pg.ClientBase, release?: () => void) => void,
) => void;

/** TypeORM on a schema, with the connections of `connect` instead of a pool of its own. */
export function sourceWith(
	{ name, rows, migrations }: DatabaseDefinition,
	connect: Connect,
): DataSource {
	const pool = { on: () => undefined, connect, end: (done: () => void) => done() };
	return new DataSource({
		type: "postgres",
		driver: {
			Pool: function Pool() {
				return pool;
			},
		},
		schema: name,
		entities: rows,
		migrations,
	});
}
