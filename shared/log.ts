import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** JSON lines on standard error, so that a command's standard output stays its answer. */
export function createLog(level: string): Log {
	return pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));
}
