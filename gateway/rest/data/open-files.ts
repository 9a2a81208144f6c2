import { LRUCache } from "lru-cache";
import { DICTIONARY, dictionaryOf } from "./dictionary.ts";
import type { TableInfo } from "./format-text.ts";
import { columnsOf, type OpenRow, type QueryGraph, readDates, readTable } from "./read-table.ts";
import type { OpenTable } from "./tables/table.ts";
import { TABLES } from "./tables.ts";

const CACHE_TTL_MS = 60_000;

/** A table to download: its description and its rows. */
export type OpenFile = {
	info: TableInfo;
	/** Changes when the records change; absent for reference data, whose ETag is computed from the content. */
	version?: string;
	rows(): AsyncIterable<OpenRow[]>;
};

const DATE = /\b(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?\b/g;

function newestIn(rows: OpenRow[], column: string): string | undefined {
	const dates = rows.flatMap((row) => String(row[column] ?? "").match(DATE) ?? []);
	return dates.sort().at(-1);
}

async function* once(rows: Promise<OpenRow[]>): AsyncGenerator<OpenRow[]> {
	yield await rows;
}

/** Reads the tables. Reference data is cached for a minute; records are read again for each download. */
export function openFiles(query: QueryGraph) {
	const cache = new LRUCache<string, Promise<OpenRow[]>>({
		max: TABLES.length + 1,
		ttl: CACHE_TTL_MS,
	});

	function cached(name: string, read: () => Promise<OpenRow[]>): Promise<OpenRow[]> {
		let rows = cache.get(name);
		if (!rows) {
			rows = read();
			rows.catch(() => cache.delete(name));
			cache.set(name, rows);
		}
		return rows;
	}

	const readAllRows = (table: OpenTable) =>
		cached(table.name, async () => {
			const all: OpenRow[] = [];
			for await (const page of readTable(table, query, await readDates(query))) all.push(...page);
			return all;
		});

	async function fileOf(table: OpenTable): Promise<OpenFile> {
		const info = { ...table, columns: columnsOf(table) };
		if (!table.records) return { info, rows: () => once(readAllRows(table)) };
		const dates = await readDates(query);
		const version = `${dates.lastChange} ${info.columns}`;
		return { info, version, rows: () => readTable(table, query, dates) };
	}

	return {
		/** Returns the table of that name; undefined if there is none. Rejects if the graph cannot be queried. */
		async file(name: string): Promise<OpenFile | undefined> {
			const table = TABLES.find((one) => one.name === name);
			if (table) return fileOf(table);
			if (name !== DICTIONARY.name) return undefined;
			const rows = cached(name, () => dictionaryOf(TABLES, query));
			return { info: DICTIONARY, rows: () => once(rows) };
		},
		/** Table name → newest date, for tables that have one: when its sources were read, or its records last changed. */
		async modified(): Promise<Map<string, string>> {
			const { changed } = await readDates(query);
			const found = new Map<string, string>();
			for (const table of TABLES) {
				const rows = table.records ? [] : await readAllRows(table);
				const date = table.records
					? changed
					: (newestIn(rows, "read_on") ?? newestIn(rows, "as_of"));
				if (date) found.set(table.name, date);
			}
			return found;
		},
	};
}
