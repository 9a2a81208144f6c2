import type { Limits } from "../../shared/limits/limits.ts";
import type { Log } from "../../shared/log.ts";

/** Time for the rest of a stop after the grace period of requests: writing counts, closing databases. */
const CLEANUP_MS = 5000;

/**
 * Stops gracefully on SIGTERM or SIGINT: `close` may wait as long as requests are still taken and finished, and shortly
 * more. A second signal stops at once. A fault that nobody handled is logged with its cause: a rejected promise changes
 * nothing else; after a thrown error, which may have left something half done, the process stops in the same way, with
 * exit code 1, to be started again.
 */
export function stopOnSignals(
	log: Log,
	{ stopDelayMs, stopGraceMs }: Pick<Limits, "stopDelayMs" | "stopGraceMs">,
	close: () => Promise<void>,
): void {
	let stopping = false;

	function stop(code: 0 | 1): void {
		stopping = true;
		setTimeout(
			() => {
				log.error({ stopDelayMs, stopGraceMs }, "did not stop in time");
				process.exit(1);
			},
			stopDelayMs + stopGraceMs + CLEANUP_MS,
		).unref();
		close().then(
			() => process.exit(code),
			(error: Error) => {
				log.error({ err: error }, "did not stop cleanly");
				process.exit(1);
			},
		);
	}

	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.on(signal, () => {
			if (stopping) process.exit(1);
			log.info({ signal }, "stopping after the running requests");
			stop(0);
		});
	process.on("uncaughtException", (error) => {
		log.error({ err: error }, "stopping after an error that nobody handled");
		if (!stopping) stop(1);
	});
	process.on("unhandledRejection", (reason) =>
		log.error({ err: reason }, "a promise was rejected and nobody handled it"),
	);
	process.on("exit", (code) => {
		if (!stopping) log.error({ code }, "the process ends without having been told to stop");
	});
	// Whoever reads the output of the hub may end before it.
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
