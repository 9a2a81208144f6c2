import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** Bytes that are kept while standard error cannot be written (a full disk, for example); the rest is dropped. */
const MOST_WAITING = 1_000_000;

/** JSON lines on standard error, so that a command's standard output stays its answer. */
export function createLog(level: string): Log {
	const destination = pino.destination({ dest: 2, sync: true, maxLength: MOST_WAITING });
	// Unhandled, the error of a write would end the process.
	destination.on("error", () => undefined);
	return pino({ level, base: undefined }, destination);
}
