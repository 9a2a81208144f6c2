import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntityManager, QueryRunner } from "typeorm";
import { lockStatement } from "./lock.ts";
import { runIn } from "./reader-in.ts";

/** Rows of one statement on SQLite; so few numbers of rows that statements of each can be kept compiled. */
const AT_ONCE = [64, 16, 8, 4, 2, 1];

type Insert = {
	table: string;
	columns: string[];
	/** The columns, quoted. */
	list: string;
	/** Rows of tables that others refer to come first. */
	place: number;
};
const inserts = new WeakMap<object, Insert>();

function insertOf(manager: EntityManager, Row: new () => object): Insert {
	let found = inserts.get(Row);
	if (!found) {
		const { entityMetadatas } = manager.connection;
		const metadata = manager.connection.getMetadata(Row);
		const columns = metadata.columns.flatMap((one) => (one.isGenerated ? [] : one.databaseName));
		const list = columns.map((name) => `"${name}"`).join(", ");
		const place = entityMetadatas.indexOf(metadata);
		found = { table: metadata.tableName, columns, list, place };
		inserts.set(Row, found);
	}
	return found;
}

/** A row that waits to be inserted. */
type Waiting = { insert: Insert; values: unknown[]; lock: string | undefined };

/** All rows of a table as one JSON text, so that there is one statement for any number of them. */
function insertJson(rows: readonly Waiting[], { table, columns, list }: Insert): Sql {
	const objects = rows.map(({ values }) =>
		Object.fromEntries(columns.map((name, at) => [name, values[at]])),
	);
	// As on its way to PostgreSQL otherwise: a half of a character is replaced.
	const json = JSON.stringify(objects, (_, value) =>
		typeof value === "string" ? value.toWellFormed() : value,
	);
	return sql`INSERT INTO ${raw(`${table} (${list})`)} SELECT ${raw(list)} FROM json_populate_recordset(NULL::${raw(table)}, ${json})`;
}

function insertValues(rows: readonly Waiting[], { table, list }: Insert): Sql[] {
	const statements: Sql[] = [];
	for (let start = 0; start < rows.length; ) {
		const count = AT_ONCE.find((most) => most <= rows.length - start) ?? 1;
		const lists = rows.slice(start, start + count).map(({ values }) => sql`(${join(values)})`);
		statements.push(sql`INSERT INTO ${raw(`${table} (${list})`)} VALUES ${join(lists)}`);
		start += count;
	}
	return statements;
}

/** The statements that insert some rows, in the order in which they came within each table. */
function statementsFor(rows: readonly Waiting[], locked: Set<string>, postgres: boolean): Sql[] {
	const tables = new Map<Insert, Waiting[]>();
	for (const row of rows) {
		const found = tables.get(row.insert);
		if (found) found.push(row);
		else tables.set(row.insert, [row]);
	}
	// A lock that others wait for is taken as late as can be.
	const order = [...tables].sort(
		([one, [first]], [other, [second]]) =>
			Number(first?.lock !== undefined) - Number(second?.lock !== undefined) ||
			one.place - other.place,
	);
	return order.flatMap(([insert, ofTable]) => {
		const lock = ofTable[0]?.lock;
		const locks = lock === undefined || locked.has(lock) ? [] : [lockStatement(lock)];
		if (lock !== undefined) locked.add(lock);
		return [
			...locks,
			...(postgres ? [insertJson(ofTable, insert)] : insertValues(ofTable, insert)),
		];
	});
}

/** Rows of one transaction that wait to be inserted. */
export type WaitingRows = {
	add(row: Waiting): void;
	count(): number;
	/** The statements that insert the first `count` of them, which then wait no more. */
	take(count: number): Sql[];
	/** Forgets all but the first `count`. */
	keep(count: number): void;
	/** Locks may be lost with what a savepoint undoes. */
	forgetLocks(): void;
};

const waiting = new WeakMap<QueryRunner, WaitingRows>();

/** Lets rows of the transaction on this runner wait until its next statement, or its end. */
export function waitingRows(runner: QueryRunner, checkOpen: () => void): WaitingRows {
	const postgres = runner.connection.options.type === "postgres";
	let rows: Waiting[] = [];
	// SQLite lets one transaction write at a time: there is nothing to lock.
	const locked = new Set<string>();
	const all: WaitingRows = {
		add(row) {
			checkOpen();
			rows.push(postgres ? row : { ...row, lock: undefined });
		},
		count: () => rows.length,
		take(count) {
			const taken = rows.slice(0, count);
			rows = rows.slice(count);
			return taken.length > 0 ? statementsFor(taken, locked, postgres) : [];
		},
		keep(count) {
			rows.length = Math.min(rows.length, count);
		},
		forgetLocks: () => locked.clear(),
	};
	waiting.set(runner, all);
	return all;
}

/**
 * Inserts one whole row, at the latest with the transaction's next statement; so a violated constraint is an error of
 * that statement, or of the commit. Rows of a table that come one after another become one statement.
 * `lock`: taken before, until the transaction ends.
 */
export async function insertRow<T extends object>(
	manager: EntityManager,
	Row: new () => T,
	row: Omit<T, "seq">,
	lock?: string,
): Promise<void> {
	const insert = insertOf(manager, Row);
	const values = insert.columns.map((name) => row[name as keyof typeof row] as unknown);
	const rows = manager.queryRunner && waiting.get(manager.queryRunner);
	if (rows) return rows.add({ insert, values, lock });
	const postgres = manager.connection.options.type === "postgres";
	for (const statement of statementsFor([{ insert, values, lock }], new Set(), postgres))
		await runIn(manager, statement);
}
