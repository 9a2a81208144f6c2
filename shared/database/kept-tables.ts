import sql, { join, raw } from "sql-template-tag";
import type { Database } from "./database.ts";

/** Rows that a table may have to be kept in memory. */
const MOST = 1000;

/** The rows of a table by their ids, in the order of these. Nobody changes them. */
export type KeptRows<Row> = ReadonlyMap<string, Row>;

type Kept = { since: object; rows: KeptRows<unknown> | undefined };

/**
 * Small tables that seldom change, kept in memory. Whoever asks says since when: they get the rows as they were at that
 * time or later, whichever process has changed them. `began`: a moment as `performance.now()` gives it, such as the
 * start of their request.
 */
export type KeptTables = {
	/** The rows, at once where they are known to be current; undefined for other tables, and ones with more than a thousand. */
	rows<Row>(table: string, began: number): Found<Row> | Promise<Found<Row>>;
};
type Found<Row> = KeptRows<Row> | undefined;

/**
 * `names`: the tables, each with an `id`. Each of them is read as a whole once, and again after something was
 * committed: on SQLite to the file, which holds nothing else; on PostgreSQL, where others commit all the time, to one
 * of the tables. Which, one small statement tells for all who ask at the time.
 */
export function keptTables(database: Database, names: readonly string[]): KeptTables {
	const kept = new Map<string, Kept>();
	const loads = new Map<string, Promise<Kept>>();
	let checked = Number.NEGATIVE_INFINITY;
	let version: string | number | undefined;
	let print: string | undefined;
	/** Another object after each change. */
	let state = {};

	/** What changes with every change of a row: each version of a row has a place and a transaction of its own. */
	async function fingerprint(): Promise<string> {
		const prints = names.map(
			(name) =>
				sql`(SELECT md5(COALESCE(string_agg(concat(t.ctid, t.xmin), ',' ORDER BY t.ctid), '')) FROM ${raw(name)} t)`,
		);
		const [row] = await database.read<{ print: string }>(
			sql`SELECT concat(${join(prints)}) AS print`,
		);
		return row?.print ?? "";
	}

	async function check(): Promise<void> {
		const began = performance.now();
		const now = await database.version();
		if (now !== version) {
			const printed = database.engine === "postgres" ? await fingerprint() : undefined;
			if (printed === undefined || printed !== print) state = {};
			version = now;
			print = printed;
		}
		checked = began;
	}

	let checking: Promise<void> | undefined;
	async function checkSince(began: number): Promise<void> {
		while (checked < began) {
			checking ??= check().finally(() => {
				checking = undefined;
			});
			await checking;
		}
	}

	async function load(name: string): Promise<Kept> {
		const since = state;
		const rows = await database.read<{ id: string }>(
			sql`SELECT t.* FROM ${raw(name)} t ORDER BY t.id LIMIT ${MOST + 1}`,
		);
		const read: Kept = {
			since,
			rows: rows.length > MOST ? undefined : new Map(rows.map((row) => [row.id, row])),
		};
		kept.set(name, read);
		return read;
	}

	/** Rows as they were when `state` was checked, or later. */
	async function readRows(name: string): Promise<Kept> {
		for (;;) {
			const found = kept.get(name);
			if (found?.since === state) return found;
			let loading = loads.get(name);
			if (!loading) {
				loading = load(name).finally(() => loads.delete(name));
				loads.set(name, loading);
			}
			const wanted = state;
			const loaded = await loading;
			// One that began before the change was seen may not have it.
			if (loaded.since === wanted) return loaded;
		}
	}

	return {
		rows<Row>(name: string, began: number) {
			if (!names.includes(name)) return undefined;
			const found = kept.get(name);
			if (checked >= began && found?.since === state) return found.rows as Found<Row>;
			return (async () => {
				await checkSince(began);
				return (await readRows(name)).rows as Found<Row>;
			})();
		},
	};
}

/** `use` of a value, at once where it is known. */
export function whenKnown<T, U>(
	value: T | Promise<T>,
	use: (value: T) => U | Promise<U>,
): U | Promise<U> {
	return value instanceof Promise ? value.then(use) : use(value);
}
