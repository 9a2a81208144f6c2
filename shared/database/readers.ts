import type { DatabaseBounds } from "../config-database.ts";
import { inFlight, whileRunning } from "../in-flight.ts";
import { isInterrupted } from "./overdue.ts";
import { openReader, type Reader } from "./reader.ts";
import { databaseClosed } from "./statement-time.ts";

/** A statement that runs longer is long: such ones never have all connections. */
const LONG_MS = 100;
const LOOK_MS = 50;
/** Part of a connection's usual memory for one that only tells the version. */
const HARDLY_ANY = 1 / 64;

export type Readers = {
	all<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
	/** Changes with every commit, of this process or another. */
	version(): Promise<number>;
	close(): Promise<void>;
};

type Job = {
	sql: string;
	values: readonly unknown[];
	long: boolean;
	done(rows: never[]): void;
	failed(error: unknown): void;
	late?: NodeJS.Timeout;
};

type Running = { reader: Reader; job: Job; since: number; stopped: boolean };

const waitedTooLong = (ms: number) =>
	Object.assign(new Error(`no connection was free within ${ms} ms`), { code: "HUB_WAITED" });

/**
 * A few connections that read an SQLite file, each with one statement at a time; others wait their turn, for `waitMs`
 * at most. Long statements leave one connection to the others: one that gets long on the last is stopped as soon as
 * somebody waits, and runs again when a connection for long ones is free. Together they have the memory of one.
 */
export async function openReaders(
	file: string,
	bounds: Pick<DatabaseBounds, "readConnections" | "statementMs" | "waitMs">,
): Promise<Readers> {
	const { readConnections: size, waitMs } = bounds;
	const mostLong = Math.max(1, size - 1);
	// The version is that of a connection: numbers of different ones cannot be compared.
	const clock = await openReader(file, bounds, HARDLY_ANY);
	const readers = await Promise.all(
		Array.from({ length: size }, () => openReader(file, bounds, 1 / size)),
	);
	const idle = [...readers];
	const running = inFlight<Running>();
	const waiting: Job[] = [];
	const unfinished = inFlight<Promise<unknown>>();
	let watch: NodeJS.Timeout | undefined;
	let closed = false;

	const longOnes = () => running.all().filter(({ job }) => job.long).length;
	const fits = (job: Job) => idle.length > 0 && (!job.long || longOnes() < mostLong);

	/** Runs a statement on the connection that was used last, whose memory has most of what is wanted. */
	async function run(job: Job): Promise<void> {
		const reader = idle.pop() as Reader;
		const entry: Running = { reader, job, since: performance.now(), stopped: false };
		const end = running.add(entry);
		watch ??= setInterval(look, LOOK_MS).unref();
		try {
			job.done(await reader.all<never>(job.sql, job.values, () => entry.stopped));
		} catch (error) {
			if (entry.stopped && isInterrupted(error)) enqueue({ ...job, long: true });
			else job.failed(error);
		} finally {
			end();
			idle.push(reader);
			next();
		}
	}

	function enqueue(job: Job): void {
		job.late = setTimeout(() => {
			waiting.splice(waiting.indexOf(job), 1);
			job.failed(waitedTooLong(waitMs));
		}, waitMs);
		waiting.push(job);
	}

	function next(): void {
		while (idle.length > 0) {
			const at = waiting.findIndex(fits);
			const job = waiting[at];
			if (!job) return;
			waiting.splice(at, 1);
			clearTimeout(job.late);
			void run(job);
		}
	}

	function look(): void {
		if (running.size() === 0) {
			clearInterval(watch);
			watch = undefined;
		}
		for (const entry of running.all()) {
			if (entry.job.long || performance.now() - entry.since < LONG_MS) continue;
			if (longOnes() < mostLong) entry.job.long = true;
			else if (size > 1 && waiting.some(({ long }) => !long)) {
				entry.stopped = true;
				entry.reader.interrupt();
			}
		}
	}

	return {
		async all<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
			if (closed) throw databaseClosed();
			const result = new Promise<T[]>((done, failed) => {
				const job: Job = { sql, values, long: false, done, failed };
				if (fits(job)) void run(job);
				else enqueue(job);
			});
			return whileRunning(unfinished, result);
		},
		async version() {
			const [row] = await clock.all<{ data_version: number }>("PRAGMA data_version");
			return row?.data_version ?? 0;
		},
		async close() {
			closed = true;
			await Promise.allSettled(unfinished.all());
			clearInterval(watch);
			await Promise.all([clock, ...readers].map((reader) => reader.close()));
		},
	};
}
