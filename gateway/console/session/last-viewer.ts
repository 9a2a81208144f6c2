import type { SessionState, SignedIn } from "./states.ts";

const LAST = "last-viewer";

/** Who was signed in last on this device and has not signed out: whose records are shown where the hub cannot be asked. */
export function lastViewer(): SignedIn | undefined {
	try {
		return JSON.parse(localStorage.getItem(LAST) ?? "null") ?? undefined;
	} catch {
		return undefined;
	}
}

export function rememberViewer(viewer: SignedIn): void {
	try {
		localStorage.setItem(LAST, JSON.stringify(viewer));
	} catch {
		// A browser may refuse storage; without signal nobody is known then.
	}
}

export function forgetViewer(): void {
	try {
		localStorage.removeItem(LAST);
	} catch {
		// As above.
	}
}

/**
 * Whose records on this device are shown: those of who is signed in, or, as long as the hub has not said otherwise, of
 * who was so last.
 */
export function deviceViewer({ status, viewer }: SessionState): SignedIn | undefined {
	if (status === "WAITING" || status === "UNREACHABLE") return lastViewer();
	return viewer;
}

/** Whether somebody logs visits. */
export const logsVisits = (viewer: SignedIn | undefined) =>
	viewer?.role === "FIELD_STAFF" || viewer?.role === "CENTER_MANAGER";
