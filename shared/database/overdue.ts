import type sqlite3 from "sqlite3";

const LOOK_MS = 100;

type Run<T> = () => Promise<T>;

const isInterrupted = (error: unknown) => (error as { code?: string }).code === "SQLITE_INTERRUPT";

/**
 * Stops statements of a connection that run longer than `mostMs`. SQLite can only stop whatever a connection is doing:
 * a statement that was stopped because of another one runs again.
 */
export function overdueStatements(
	connection: Pick<sqlite3.Database, "interrupt">,
	mostMs: number,
	tooLong: (ms: number) => Error,
) {
	const running = new Set<{ since: number }>();
	let watch: NodeJS.Timeout | undefined;

	function look(): void {
		// The oldest one: a connection works on its statements in the order in which they came.
		const [oldest] = running;
		if (!oldest) {
			clearInterval(watch);
			watch = undefined;
		} else if (performance.now() - oldest.since > mostMs) connection.interrupt();
	}

	return async <T>(run: Run<T>): Promise<T> => {
		const entry = { since: performance.now() };
		running.add(entry);
		watch ??= setInterval(look, Math.min(LOOK_MS, mostMs)).unref();
		try {
			for (;;)
				try {
					return await run();
				} catch (error) {
					if (!isInterrupted(error)) throw error;
					if (performance.now() - entry.since > mostMs) throw tooLong(mostMs);
				}
		} finally {
			running.delete(entry);
		}
	};
}
