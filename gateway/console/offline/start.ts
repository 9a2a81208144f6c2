import { startOutbox } from "./outbox.ts";
import { registerWorker } from "./register-worker.ts";

/** Starts the outbox and, once the page is at rest, what opens the app without signal. */
export function start(): void {
	startOutbox();
	if (document.readyState === "complete") void registerWorker();
	else addEventListener("load", () => void registerWorker(), { once: true });
}
