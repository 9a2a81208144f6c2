import type sqlite3 from "sqlite3";
import { inFlight } from "../in-flight.ts";

const LOOK_MS = 100;

type Run<T> = () => Promise<T>;

export const isInterrupted = (error: unknown) =>
	(error as { code?: string }).code === "SQLITE_INTERRUPT";

/**
 * Stops statements of a connection that run longer than `mostMs`. SQLite can only stop whatever a connection is doing:
 * a statement that was stopped because of another one runs again.
 */
export function overdueStatements(
	connection: Pick<sqlite3.Database, "interrupt">,
	mostMs: number,
	tooLong: (ms: number) => Error,
) {
	/** Since when each of them runs. */
	const running = inFlight<number>();
	let watch: NodeJS.Timeout | undefined;

	function look(): void {
		if (running.size() === 0) {
			clearInterval(watch);
			watch = undefined;
			return;
		}
		// The oldest one: a connection works on its statements in the order in which they came.
		const oldest = Math.min(...running.all());
		if (performance.now() - oldest > mostMs) connection.interrupt();
	}

	/** `isStopped`: whether whoever runs it has stopped it, and does not want it to run again. */
	return async <T>(run: Run<T>, isStopped?: () => boolean): Promise<T> => {
		const since = performance.now();
		const end = running.add(since);
		watch ??= setInterval(look, Math.min(LOOK_MS, mostMs)).unref();
		try {
			for (;;)
				try {
					return await run();
				} catch (error) {
					if (!isInterrupted(error)) throw error;
					if (performance.now() - since > mostMs) throw tooLong(mostMs);
					if (isStopped?.()) throw error;
				}
		} finally {
			end();
		}
	};
}
