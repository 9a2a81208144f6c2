import { deliver, type NamedManufacturer, Refused } from "./import-delivery.ts";
import {
	answered,
	type ImportRow,
	type PartAnswer,
	partOf,
	ROWS_A_PART,
	type Sending,
	toCheck,
	toSend,
} from "./import-file.ts";
import { change, changeFile, currentImport, importer, save, setRow } from "./import-work.ts";

/** Manufacturers that are listed; finding out what they resemble takes the hub long. */
const MOST_MANUFACTURERS = 1000;

let stop: AbortController | undefined;

/** Ends what is being done; what the hub has answered to stays. */
export function pauseJob(): void {
	stop?.abort();
	stop = undefined;
	if (currentImport().job) change({ job: undefined, waits: undefined });
}

/** Enters an answer; not for rows that were changed since they were sent. */
function enter(
	indices: ArrayLike<number>,
	sent: readonly ImportRow[],
	answer: PartAnswer,
	isSent: boolean,
): void {
	const { rows } = currentImport();
	sent.forEach((row, at) => {
		const index = indices[at] as number;
		if (rows[index] === row) setRow(index, answered(row, at, answer, isSent));
	});
}

function enterManufacturers(found: readonly NamedManufacturer[]): void {
	const known = currentImport().manufacturers;
	const keyOf = ({ name, city, state }: NamedManufacturer) => JSON.stringify([name, city, state]);
	const keys = new Set(known.map(keyOf));
	const more = found.filter((one) => !keys.has(keyOf(one)));
	if (more.length > 0)
		change({ manufacturers: [...known, ...more].slice(0, MOST_MANUFACTURERS) }, true);
}

/** Runs a job until it is done, refused or ended. */
async function run(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
	pauseJob();
	const own = new AbortController();
	stop = own;
	change({ refusal: undefined });
	try {
		await job(own.signal);
	} catch (error) {
		if (own.signal.aborted) return;
		const refusal = error instanceof Refused ? error.message : String(error);
		if (currentImport().file?.sending) pauseSending();
		change({ refusal });
	}
	if (stop !== own) return;
	stop = undefined;
	change({ job: undefined, waits: undefined });
}

const onWait = (waits: ReturnType<typeof currentImport>["waits"]) => {
	if (currentImport().waits !== waits) change({ waits });
};

/** Asks the hub what is wrong with the rows that are not checked yet; changes nothing there. */
export const check = (): Promise<void> =>
	run(async (signal) => {
		const { rows } = currentImport();
		const queue = toCheck(rows);
		for (let done = 0; done < queue.length; done += ROWS_A_PART) {
			change({ job: { type: "CHECK", done, total: queue.length } }, true);
			const { file, manufacturers: known } = currentImport();
			const viewer = importer();
			if (!file || !viewer) return;
			const indices = queue.slice(done, done + ROWS_A_PART);
			const some = indices.map((index) => rows[index] as ImportRow);
			const manufacturers = known.length < MOST_MANUFACTURERS;
			const about = { manufacturers, stop: signal, onWait };
			const answer = await deliver(viewer, { ...partOf(file, some), dryRun: true }, about);
			enter(indices, some, answer, false);
			enterManufacturers(answer.manufacturers);
			await save();
		}
	});

/** Asks the hub about one row that was mended; if it does not answer, the next check does. */
export async function checkNow(index: number): Promise<void> {
	const { file, rows } = currentImport();
	const [row, viewer] = [rows[index], importer()];
	if (!file || !row || !viewer) return;
	const own = new AbortController();
	try {
		const about = { manufacturers: false, stop: own.signal, onWait: () => own.abort() };
		const answer = await deliver(viewer, { ...partOf(file, [row]), dryRun: true }, about);
		enter([index], [row], answer, false);
		change({});
		await save();
	} catch (error) {
		if (error instanceof Refused) change({ refusal: error.message });
	}
}

function pauseSending(): void {
	const sending = currentImport().file?.sending;
	if (sending) changeFile({ sending: { ...sending, isPaused: true } });
}

/** Ends sending until somebody goes on with it. */
export async function pause(): Promise<void> {
	pauseSending();
	pauseJob();
	await save();
}

/** What is to be sent: what was begun, or all that the hub does not have. It is on the disk before it leaves. */
async function begun(): Promise<Sending> {
	const { file, rows } = currentImport();
	const sending: Sending = file?.sending
		? { ...file.sending, isPaused: false }
		: { queue: Uint32Array.from(toSend(rows)), firstPart: file?.nextPart ?? 1, done: 0 };
	changeFile({ sending });
	await save();
	return sending;
}

/** Imports the rows that the hub does not have, part by part. A part is sent, unchanged, until the hub has answered. */
export const send = (): Promise<void> =>
	run(async (signal) => {
		const { rows } = currentImport();
		const { queue, firstPart, done: from } = await begun();
		const parts = Math.ceil(queue.length / ROWS_A_PART);
		const about = { manufacturers: false, stop: signal, onWait };
		for (let done = from; done < parts; done++) {
			const at = done * ROWS_A_PART;
			change({ job: { type: "SEND", done: at, total: queue.length } }, true);
			const { file } = currentImport();
			const viewer = importer();
			if (!file?.sending || !viewer) return;
			const { batchId } = file;
			// The batch is there before its rows, and the hub removes what it keeps no longer.
			if (done === 0) await deliver(viewer, { ...partOf(file, []), batchId }, about);
			const indices = queue.slice(at, at + ROWS_A_PART);
			const some = [...indices].map((index) => rows[index] as ImportRow);
			const part = { ...partOf(file, some), batchId, part: firstPart + done };
			enter(indices, some, await deliver(viewer, part, about), true);
			changeFile({ sending: { ...file.sending, done: done + 1 } }, true);
			await save();
		}
		changeFile({ sending: undefined, nextPart: firstPart + parts });
		await save();
	});
