import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../../shared/worker/run-process.ts";
import { WorkerLimitError } from "../../shared/worker/run-worker.ts";
import type { ReadForever } from "../support/jobs/read-forever.ts";

const entry = new URL("../support/jobs/read-forever.ts", import.meta.url);
const job: ReadForever = { dir: mkdtempSync(join(tmpdir(), "process-")), keep: false };

beforeAll(
	() =>
		new Promise<void>((resolve, reject) => {
			const database = new sqlite3.Database(join(job.dir, "read.sqlite"));
			database.exec("CREATE TABLE one (n INTEGER)", (failed) => {
				database.close(() => (failed ? reject(failed) : resolve()));
			});
		}),
);

const start = (asked: ReadForever, limits: { timeoutMs: number; heapMb: number }) => {
	const stop = new AbortController();
	let reads = 0;
	const done = runInProcess<ReadForever, number>(
		{ entry, libraries: [], limits },
		asked,
		stop.signal,
		(count) => {
			reads = count;
		},
	).catch((error: unknown) => error);
	const untilReading = async () => {
		while (reads === 0) await setTimeout(5);
	};
	return { done, stop, untilReading };
};

describe("a job that reads SQLite in a process of its own", () => {
	// In a thread, each of these ended the whole hub: sqlite3 cannot throw where its thread is being ended.
	it("is stopped while statements run, and whoever started it goes on", async () => {
		for (let round = 0; round < 3; round++) {
			const { done, stop, untilReading } = start(job, { timeoutMs: 60_000, heapMb: 200 });
			await untilReading();
			stop.abort(new Error("no longer wanted"));
			expect(await done).toEqual(new Error("no longer wanted"));
		}
	});

	it("ends when it is out of memory, and says so", async () => {
		const { done } = start({ ...job, keep: true }, { timeoutMs: 60_000, heapMb: 40 });
		const error = await done;
		expect(error).toBeInstanceOf(WorkerLimitError);
		expect(error).toMatchObject({ limit: "memory" });
	});

	it("ends when its time is over, and says so", async () => {
		const { done } = start(job, { timeoutMs: 3000, heapMb: 200 });
		expect(await done).toMatchObject({ limit: "time" });
	});

	it("rejects with what the job throws", async () => {
		const { done } = start({ ...job, dir: "/nowhere" }, { timeoutMs: 60_000, heapMb: 200 });
		expect(String(await done)).toContain("SQLITE_CANTOPEN");
	});
});
