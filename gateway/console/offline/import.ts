import { fetchDocument, NoAnswer } from "../graphql/fetch-document.ts";
import { SuggestImportColumnsDocument } from "../graphql/graphql.ts";
import { onViewerChange } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import {
	accepted,
	type DateOrder,
	type ImportFile,
	mended,
	newBatchId,
	unchecked,
	withKeys,
} from "./import-file.ts";
import { checkNow, pauseJob, send } from "./import-job.ts";
import { type ReadingChoice, readFile, Unreadable } from "./import-reading.ts";
import {
	begin,
	change,
	changeFile,
	closeImport,
	currentImport,
	drop,
	importer,
	openImport,
	save,
	setRow,
} from "./import-work.ts";
import { ownerOf } from "./item.ts";

let reading: AbortController | undefined;
/** The file that was chosen in this tab, to be read again in another way. */
let chosen: File | undefined;

function stopAll(): void {
	reading?.abort();
	pauseJob();
}

onViewerChange(() => {
	stopAll();
	chosen = undefined;
	closeImport();
});

/** Opens what somebody is importing on this device, and goes on with what was being sent. */
export async function open(viewer: SignedIn, isTaken = false): Promise<void> {
	await openImport(viewer, isTaken, stopAll);
	const { file, status, job } = currentImport();
	if (status === "OPEN" && file?.sending && !file.sending.isPaused && !job) void send();
}

/** Whether the file can be read again in another way: only the tab in which it was chosen has it. */
export const canReadAgain = () => chosen !== undefined;

async function suggestedFor(names: string[], stop: AbortSignal) {
	// Longer names than the hub takes resemble nothing.
	const asked = names.map((name) => name.slice(0, 200));
	const { data } = await fetchDocument(SuggestImportColumnsDocument, { names: asked }, stop);
	const found = data.suggestImportColumns;
	return {
		targets: found.map(({ column }) => column ?? null),
		unsure: found.flatMap(({ match }, at) => (match === "SIMILAR" ? [at] : [])),
	};
}

/** Reads a file at the hub, in place of what was being imported. */
export async function choose(file: File, choice: ReadingChoice = {}): Promise<void> {
	const viewer = importer();
	if (!viewer) return;
	stopAll();
	const stop = new AbortController();
	reading = stop;
	chosen = file;
	change({ status: "READING", problem: undefined });
	await drop();
	try {
		await readFile(file, choice, stop.signal, {
			async understood(understood, names) {
				const { targets, unsure } = await suggestedFor(names, stop.signal);
				const owner = ownerOf(viewer);
				const of = { owner, batchId: newBatchId(), fileName: file.name, understood, names };
				const about = { targets, unsure, dates: null, makesKeys: false, count: 0, nextPart: 1 };
				begin({ ...of, ...about });
			},
			async rows(rows) {
				const before = currentImport();
				for (const row of rows) setRow(before.rows.length, row);
				changeFile({ count: before.rows.length }, true);
				await save();
			},
			end: (understood) => changeFile({ understood }, true),
		});
		change({ status: "OPEN" });
		const { file: read } = currentImport();
		if (read && !read.targets.includes("id")) setMakesKeys(true);
		await save();
	} catch (error) {
		if (stop.signal.aborted) return;
		await drop();
		const { message, code } =
			error instanceof Unreadable ? error : { message: (error as Error).message, code: "" };
		const isUnreached = error instanceof NoAnswer && message === "";
		change({ status: "NONE", problem: { message, code: isUnreached ? "UNREACHABLE" : code } });
	}
}

/** Reads the file again, in another encoding or another sheet of it. */
export const readAgain = (choice: ReadingChoice): void => {
	if (chosen) void choose(chosen, choice);
};

/** Forgets the import on this device; what the hub has of it stays there. */
export async function discard(): Promise<void> {
	stopAll();
	chosen = undefined;
	await drop();
}

/** Another reading of the columns: nothing that was checked counts any more. */
function reread(next: Partial<ImportFile>): void {
	const { rows } = currentImport();
	rows.forEach((row, index) => {
		if (!row.isSent && (row.outcome || row.faults)) setRow(index, unchecked(row));
	});
	changeFile(next);
	change({ manufacturers: [], refusal: undefined });
	void save();
}

/** Says which column of the import a column of the file is; another that was it before is left out. */
export function setTarget(at: number, target: string | null): void {
	const { file } = currentImport();
	if (!file) return;
	const targets = file.targets.map((one, index) => {
		if (index === at) return target;
		return one === target ? null : one;
	});
	const unsure = file.unsure.filter((index) => index !== at);
	reread({ targets, unsure, ...(target === "id" && { makesKeys: false }) });
}

export const setDates = (dates: DateOrder | null): void => reread({ dates });

/** Whether rows get a key made of their content, in place of a column of keys. */
export function setMakesKeys(makesKeys: boolean): void {
	const { file, rows } = currentImport();
	if (!file) return;
	if (makesKeys)
		for (const [index, row] of withKeys(rows).entries())
			if (row !== rows[index]) setRow(index, row);
	const targets = makesKeys ? file.targets.map((one) => (one === "id" ? null : one)) : file.targets;
	reread({ makesKeys, targets });
}

/** Changes a cell; it is on this device at each keystroke. */
export function mend(index: number, at: number, value: string): void {
	const row = currentImport().rows[index];
	if (!row || (row.cells[at] ?? "") === value) return;
	setRow(index, mended(row, at, value));
	change({});
	void save();
}

/** Asks the hub whether a row that was changed is right now. */
export function checkMended(index: number): void {
	const row = currentImport().rows[index];
	if (row && !row.fault && !row.isSent && row.outcome === undefined) void checkNow(index);
}

/** Takes a row that could not be read for what its cells say. */
export function accept(index: number): void {
	const { file, rows } = currentImport();
	const row = rows[index];
	if (!file || !row) return;
	setRow(index, accepted(row, file.names.length));
	change({});
	void save();
	void checkNow(index);
}
