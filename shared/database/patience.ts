import { setTimeout as sleep } from "node:timers/promises";

/** Codes with which SQLite says that another connection is at work. */
const BUSY = /^SQLITE_(BUSY|LOCKED)/;
const SHORTEST_MS = 5;
const LONGEST_MS = 50;

/**
 * How long SQLite itself waits for another connection. That takes one of Node's few threads for files, and with them all
 * other databases: longer waits are done here.
 */
export const BUSY_TIMEOUT_MS = 20;

/** Runs `work` again while another process is at work in the database, for `ms` at most. */
export async function patiently<T>(ms: number, work: () => Promise<T>): Promise<T> {
	const end = performance.now() + ms;
	for (;;)
		try {
			return await work();
		} catch (error) {
			const { code = "" } = error as { code?: string };
			if (!BUSY.test(code) || performance.now() > end) throw error;
			// Not in step with others that wait.
			await sleep(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
		}
}
