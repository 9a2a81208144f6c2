import { BASE_PATH } from "../session/address.ts";

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

/** Whether a newer version of the app has been loaded and waits for this one to be closed. */
export const hasNewVersion = () => waiting !== undefined;

export function subscribeToVersions(listen: () => void): () => void {
	listeners.add(listen);
	return () => listeners.delete(listen);
}

function found(worker: ServiceWorker | null): void {
	// The first one replaces nothing.
	if (!worker || !navigator.serviceWorker.controller) return;
	waiting = worker;
	for (const listen of listeners) listen();
}

/** Lets the app open without signal. Where the browser has no such thing, everything else works. */
export async function registerWorker(): Promise<void> {
	if (!("serviceWorker" in navigator)) return;
	try {
		const registration = await navigator.serviceWorker.register(`${BASE_PATH}service-worker.js`);
		found(registration.waiting);
		registration.addEventListener("updatefound", () => {
			const worker = registration.installing;
			worker?.addEventListener("statechange", () => {
				if (worker.state === "installed") found(worker);
			});
		});
		addEventListener("online", () => void registration.update().catch(() => undefined));
	} catch {
		// Without a connection, or where the site is not secure: the app opens with signal only.
	}
}

/** Changes to the newer version. All that was typed lies on the device. */
export function changeVersion(): void {
	navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
		once: true,
	});
	waiting?.postMessage("take over");
}
