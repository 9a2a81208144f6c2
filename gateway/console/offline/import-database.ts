import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { ownName } from "../session/address.ts";
import { type ImportFile, type ImportRow, ROWS_A_PART } from "./import-file.ts";

interface Schema extends DBSchema {
	files: { key: string; value: ImportFile };
	rows: { key: [owner: string, part: number]; value: ImportRow[] };
}

/** The highest number that a key can have. */
const LAST = Number.MAX_SAFE_INTEGER;
const rangeOf = (owner: string) => IDBKeyRange.bound([owner, 0], [owner, LAST]);

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
	const forget = () => {
		opened = undefined;
	};
	opened ??= openDB<Schema>(ownName("throughline-import"), 1, {
		upgrade(made) {
			made.createObjectStore("files", { keyPath: "owner" });
			made.createObjectStore("rows");
		},
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			forget();
		},
		terminated: forget,
	}).catch((error) => {
		forget();
		throw error;
	});
	return opened;
}

/** The file that somebody is importing, with its rows. */
export async function loadImport(
	owner: string,
): Promise<{ file: ImportFile; rows: ImportRow[] } | undefined> {
	const store = await database();
	const file = await store.get("files", owner);
	if (!file) return undefined;
	const rows: ImportRow[] = [];
	// Part by part: all of a long file at once would hold up the page.
	for (let part = 0; part * ROWS_A_PART < file.count; part++)
		rows.push(...((await store.get("rows", [owner, part])) ?? []));
	return { file, rows };
}

/** Saves the file, and those parts of its rows in which something changed, together. */
export async function saveImport(
	file: ImportFile,
	rows: readonly ImportRow[],
	parts: Iterable<number>,
): Promise<void> {
	const transaction = (await database()).transaction(["files", "rows"], "readwrite");
	void transaction.objectStore("files").put(file);
	for (const part of parts) {
		const some = rows.slice(part * ROWS_A_PART, (part + 1) * ROWS_A_PART);
		void transaction.objectStore("rows").put(some, [file.owner, part]);
	}
	await transaction.done;
}

/** Deletes the file that somebody is importing from this device. */
export async function forgetImport(owner: string): Promise<void> {
	const transaction = (await database()).transaction(["files", "rows"], "readwrite");
	void transaction.objectStore("files").delete(owner);
	void transaction.objectStore("rows").delete(rangeOf(owner));
	await transaction.done;
}
