import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Database, Storage } from "../../../shared/database/database.ts";
import type { Log } from "../../../shared/log.ts";
import { openThread, type Thread } from "../../../shared/worker/open-thread.ts";
import type { LiveTotals } from "../live-totals.ts";
import { placeOf } from "./queries.ts";
import type { Done, Job } from "./thread.ts";

/** Up to so many engagements, SQL answers about as fast as the columns would. */
const FEW = 5000;
/** How long a request waits for the columns to reach what was committed before it. */
const WAIT_MS = 2000;
/** How long SQL answers after the columns failed. */
const PAUSE_MS = 60_000;
/**
 * Texts of ids and what is read at a time; the columns themselves are outside of the heap. Far more than that takes: a
 * thread that is out of memory while it reads SQLite ends the hub.
 */
const HEAP_MB = 2048;
/** How long a thread may take to end the statement that it runs. */
const CLOSE_MS = 10_000;
/** Threads that scan, each with columns of its own: what they share would have to be locked. */
const THREADS = Math.min(2, availableParallelism());

const LIBRARIES = ["sql-template-tag"];

/** Ends a thread; where it were ended while a statement of it runs, the driver of SQLite would end the hub. */
async function endThread(thread: Thread<Job, Done>): Promise<void> {
	const closed = thread.call({ close: true }).catch(() => undefined);
	await Promise.race([closed, setTimeout(CLOSE_MS, undefined, { ref: false })]);
	await thread.end();
}

export type ColumnsOptions = Pick<Storage, "dataDir" | "databaseUrl"> & {
	database: Database;
	log: Log;
	/** Up to so many engagements SQL answers. */
	few?: number;
};

/**
 * The established engagements of the database in memory, in threads of their own, which read the database by themselves
 * and follow it. While they load, and for a while after they failed, SQL has to answer.
 */
export function openColumns({ database, log, few = FEW, ...where }: ColumnsOptions): LiveTotals {
	let threads: Array<{ thread: Thread<Job, Done>; asked: number }> = [];
	let ready = false;
	let pausedUntil = 0;
	let many = false;
	let fewAt: number | string | undefined;
	let closed = false;

	async function fail(error: unknown): Promise<void> {
		if (closed) return;
		log.warn({ err: error }, "totals are read by SQL for a while: the columns in memory failed");
		ready = false;
		pausedUntil = performance.now() + PAUSE_MS;
		const failed = threads;
		threads = [];
		await Promise.all(failed.map(({ thread }) => endThread(thread)));
	}

	async function load(): Promise<void> {
		const began = performance.now();
		try {
			threads = Array.from({ length: THREADS }, () => ({
				thread: openThread<Job, Done>({
					entry: new URL("./thread.ts", import.meta.url),
					libraries: [...LIBRARIES, where.databaseUrl ? "pg" : "sqlite3"],
					heapMb: HEAP_MB,
				}),
				asked: 0,
			}));
			const load: Job = { load: { ...where, name: "engagements" } };
			const done = await Promise.all(threads.map(({ thread }) => thread.call(load)));
			ready = true;
			const bytes = done.reduce((sum, { loaded }) => sum + (loaded?.bytes ?? 0), 0);
			const ms = Math.round(performance.now() - began);
			log.info({ bytes, ms }, "totals are read from columns in memory");
		} catch (error) {
			await fail(error);
		}
	}

	/** Whether the database has few engagements, which is asked again only once it has changed. */
	async function hasFew(version: number | string): Promise<boolean> {
		if (many || version === fewAt) return !many;
		const place = await placeOf(database, few);
		many = place.many === true;
		fewAt = version;
		return !many;
	}

	return {
		async standing() {
			if (ready) {
				const { seq, bulk } = await placeOf(database);
				return { place: { seq, bulk } };
			}
			const version = await database.version();
			const idle = () => threads.length === 0 && !closed && performance.now() >= pausedUntil;
			if (idle() && !(await hasFew(version)) && idle()) void load();
			return { version };
		},
		async totals(place, question) {
			const [free] = [...threads].sort((one, other) => one.asked - other.asked);
			if (!free) return undefined;
			free.asked++;
			try {
				return (await free.thread.call({ ask: question, place, waitMs: WAIT_MS })).totals;
			} catch (error) {
				await fail(error);
				return undefined;
			} finally {
				free.asked--;
			}
		},
		async close() {
			closed = true;
			await Promise.all(threads.map(({ thread }) => endThread(thread)));
		},
	};
}
