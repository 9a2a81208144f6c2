import { LRUCache } from "lru-cache";
import { DICTIONARY, dictionaryOf } from "./dictionary.ts";
import type { Described } from "./format-text.ts";
import { type AskGraph, columnsOf, type OpenRow, readDates, readTable } from "./read-table.ts";
import type { OpenTable } from "./tables/table.ts";
import { TABLES } from "./tables.ts";

const KEPT_MS = 60_000;

/** A table as a file: what it says of itself, and its rows. */
export type OpenFile = {
	described: Described;
	/** What is another text after the records changed; absent where the rows themselves tell. */
	version?: string;
	rows(): AsyncIterable<OpenRow[]>;
};

const DATE = /\b(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?\b/g;

/** The newest date in a column of some rows. */
function newestIn(rows: OpenRow[], column: string): string | undefined {
	const dates = rows.flatMap((row) => String(row[column] ?? "").match(DATE) ?? []);
	return dates.sort().at(-1);
}

async function* once(rows: Promise<OpenRow[]>): AsyncGenerator<OpenRow[]> {
	yield await rows;
}

/** Reads the tables: reference data is kept for a minute, records are read anew for each download. */
export function openReading(ask: AskGraph) {
	const kept = new LRUCache<string, Promise<OpenRow[]>>({ max: TABLES.length + 1, ttl: KEPT_MS });

	function keep(name: string, read: () => Promise<OpenRow[]>): Promise<OpenRow[]> {
		let rows = kept.get(name);
		if (!rows) {
			rows = read();
			rows.catch(() => kept.delete(name));
			kept.set(name, rows);
		}
		return rows;
	}

	const wholeOf = (table: OpenTable) =>
		keep(table.name, async () => {
			const all: OpenRow[] = [];
			for await (const page of readTable(table, ask, await readDates(ask))) all.push(...page);
			return all;
		});

	async function fileOf(table: OpenTable): Promise<OpenFile> {
		const described = { ...table, columns: columnsOf(table) };
		if (!table.records) return { described, rows: () => once(wholeOf(table)) };
		const dates = await readDates(ask);
		const version = `${dates.lastChange} ${described.columns}`;
		return { described, version, rows: () => readTable(table, ask, dates) };
	}

	return {
		/** The table of that name as a file; undefined where there is none. Rejects where the graph cannot be asked. */
		async file(name: string): Promise<OpenFile | undefined> {
			const table = TABLES.find((one) => one.name === name);
			if (table) return fileOf(table);
			if (name !== DICTIONARY.name) return undefined;
			const rows = keep(name, () => dictionaryOf(TABLES, ask));
			return { described: DICTIONARY, rows: () => once(rows) };
		},
		/** The newest date of each table that has one: of reading its sources, or of the last change of its records. */
		async modified(): Promise<Map<string, string>> {
			const { changed } = await readDates(ask);
			const found = new Map<string, string>();
			for (const table of TABLES) {
				const rows = table.records ? [] : await wholeOf(table);
				const date = table.records
					? changed
					: (newestIn(rows, "read_on") ?? newestIn(rows, "as_of"));
				if (date) found.set(table.name, date);
			}
			return found;
		},
	};
}
