import type { Log } from "../../shared/log.ts";

/** Stops gracefully on SIGTERM or SIGINT; a second signal stops at once. */
export function stopOnSignals(log: Log, close: () => Promise<void>): void {
	let stopping = false;
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.on(signal, () => {
			if (stopping) process.exit(1);
			stopping = true;
			log.info({ signal }, "stopping; what is in flight is finished first");
			close().then(
				() => process.exit(0),
				(error: Error) => {
					log.error({ err: error }, "did not stop cleanly");
					process.exit(1);
				},
			);
		});
}
