import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** Kept while standard error cannot be written (a full disk, say) and written once it can; what is more is dropped. */
const MOST_WAITING = 1_000_000;

/** JSON lines on standard error, so that a command's standard output stays its answer. */
export function createLog(level: string): Log {
	const destination = pino.destination({ dest: 2, sync: true, maxLength: MOST_WAITING });
	// Unheard, the error of a write would end the process.
	destination.on("error", () => undefined);
	return pino({ level, base: undefined }, destination);
}
