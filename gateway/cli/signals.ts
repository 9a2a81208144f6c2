import type { Limits } from "../../shared/limits/limits.ts";
import type { Log } from "../../shared/log.ts";

/** Time for the rest of a stop after the grace period of requests: writing counts, closing databases. */
const CLEANUP_MS = 5000;

/**
 * Stops gracefully on SIGTERM or SIGINT: `close` may wait as long as requests are still taken and finished, and shortly
 * more. A second signal stops at once.
 */
export function stopOnSignals(
	log: Log,
	{ stopDelayMs, stopGraceMs }: Pick<Limits, "stopDelayMs" | "stopGraceMs">,
	close: () => Promise<void>,
): void {
	let stopping = false;
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.on(signal, () => {
			if (stopping) process.exit(1);
			stopping = true;
			log.info({ signal }, "stopping after the running requests");
			setTimeout(
				() => {
					log.error({ stopDelayMs, stopGraceMs }, "did not stop in time");
					process.exit(1);
				},
				stopDelayMs + stopGraceMs + CLEANUP_MS,
			).unref();
			close().then(
				() => process.exit(0),
				(error: Error) => {
					log.error({ err: error }, "did not stop cleanly");
					process.exit(1);
				},
			);
		});
}
