import type { SignedIn } from "../session/states.ts";
import { forgetImport, loadImport, saveImport } from "./import-database.ts";
import type { NamedManufacturer } from "./import-delivery.ts";
import { type ImportFile, type ImportRow, ROWS_A_PART } from "./import-file.ts";
import type { Failure } from "./item.ts";
import { ownerOf } from "./item.ts";

/** The import that is under way on this device, as the page shows it. */
export type ImportWork = {
	/** Grows with each change: `rows` is always the same list. */
	version: number;
	/** ELSEWHERE: another tab has it. */
	status: "LOADING" | "ELSEWHERE" | "NONE" | "READING" | "OPEN";
	file?: ImportFile;
	rows: ImportRow[];
	/** Why the file that was chosen last could not be read; without a message if the hub was not reached. */
	problem?: { message: string; code: string };
	/** What is being done, and how many rows of it are done. */
	job?: { type: "CHECK" | "SEND"; done: number; total: number };
	/** Why the hub has not answered yet; it is asked again. */
	waits?: Failure;
	/** Why the hub refused to go on, in its words. */
	refusal?: string;
	/** False: nothing can be kept on this device, so that leaving the page would lose it. */
	isKept: boolean;
	/** What a check would do with the manufacturers that the rows name. */
	manufacturers: NamedManufacturer[];
};

const nothing = (): ImportWork => ({
	version: 0,
	status: "LOADING",
	rows: [],
	isKept: true,
	manufacturers: [],
});

/** How often a page is drawn anew while many rows change. */
const DRAW_MS = 150;

let work = nothing();
let whose: SignedIn | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Parts of the rows that changed since they were saved. */
let changedParts = new Set<number>();
let saving: Promise<void> = Promise.resolve();
let release: (() => void) | undefined;
const listeners = new Set<() => void>();

export const currentImport = () => work;
/** Who is importing. */
export const importer = () => whose;

export function subscribeToImport(listen: () => void): () => void {
	listeners.add(listen);
	return () => listeners.delete(listen);
}

function draw(): void {
	clearTimeout(timer);
	timer = undefined;
	for (const listen of listeners) listen();
}

/** Changes the work; `soon`: the page may be drawn a little later, together with other changes. */
export function change(next: Partial<ImportWork>, soon = false): void {
	work = { ...work, ...next, version: work.version + 1 };
	if (!soon) draw();
	else timer ??= setTimeout(draw, DRAW_MS);
}

/** Changes the file. */
export const changeFile = (next: Partial<ImportFile>, soon = false): void => {
	if (work.file) change({ file: { ...work.file, ...next } }, soon);
};

/** Replaces a row. */
export function setRow(index: number, row: ImportRow): void {
	work.rows[index] = row;
	changedParts.add(Math.floor(index / ROWS_A_PART));
}

/** Saves what has changed, after what is being saved; resolves when it is on the disk, or cannot be. */
export function save(): Promise<void> {
	saving = saving.then(async () => {
		const { file, rows } = work;
		const parts = changedParts;
		changedParts = new Set();
		if (!file) return;
		try {
			await saveImport(file, rows, parts);
		} catch {
			for (const part of parts) changedParts.add(part);
			if (work.isKept) change({ isKept: false });
		}
	});
	return saving;
}

/** Begins with a file of which no row is known yet. */
export function begin(file: ImportFile): void {
	changedParts = new Set();
	change({ file, rows: [], manufacturers: [], refusal: undefined, waits: undefined });
}

/** Deletes the import from this device. */
export async function drop(): Promise<void> {
	const owner = work.file?.owner;
	const { status, isKept } = work;
	changedParts = new Set();
	change({ ...nothing(), isKept, status: status === "READING" ? status : "NONE" });
	await saving;
	if (owner) await forgetImport(owner).catch(() => undefined);
}

/** Holds the import for this tab until it is closed; false if another tab does, unless it is `taken` from it. */
function hold(owner: string, isTaken: boolean, onLost: () => void): Promise<boolean> {
	const { locks } = navigator;
	// Browsers have no locks on insecure addresses; parts with numbers keep two tabs from importing anything twice.
	if (!locks) return Promise.resolve(true);
	return new Promise((resolve) => {
		const options = isTaken ? { steal: true } : { ifAvailable: true };
		locks
			.request(`throughline-import ${owner}`, options, (lock) => {
				resolve(lock !== null);
				if (!lock) return;
				return new Promise<void>((end) => {
					release = end;
				});
			})
			.catch(onLost);
	});
}

/** Opens what somebody is importing on this device. `onLost`: another tab took it over. */
export async function openImport(
	viewer: SignedIn,
	isTaken: boolean,
	onLost: () => void,
): Promise<void> {
	const owner = ownerOf(viewer);
	if (whose && ownerOf(whose) === owner && work.status !== "ELSEWHERE") return;
	closeImport();
	whose = viewer;
	const isHeld = await hold(owner, isTaken, () => {
		onLost();
		if (whose === viewer) change({ ...nothing(), status: "ELSEWHERE" });
	});
	if (whose !== viewer) return;
	if (!isHeld) return change({ status: "ELSEWHERE" });
	try {
		const kept = await loadImport(owner);
		if (whose !== viewer) return;
		if (kept) change({ status: "OPEN", ...kept });
		else change({ status: "NONE" });
	} catch {
		change({ status: "NONE", isKept: false });
	}
}

/** Closes it: somebody else is here. */
export function closeImport(): void {
	release?.();
	release = undefined;
	whose = undefined;
	changedParts = new Set();
	change({ ...nothing(), version: work.version });
}
