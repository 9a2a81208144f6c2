import { ownName } from "./address.ts";
import type { SessionState, SignedIn } from "./states.ts";

const LAST = ownName("last-viewer");

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
 * Whose records on this device are shown: those of who is signed in, or, where the hub cannot be asked, of who was so last.
 * Nobody's while it is being asked: it may be somebody else now.
 */
export function deviceViewer({ status, viewer }: SessionState): SignedIn | undefined {
	return status === "UNREACHABLE" ? lastViewer() : viewer;
}

/** Who is probably here, for what may be known of anybody: which pages there are. */
export const probableViewer = (state: SessionState) =>
	state.status === "WAITING" ? lastViewer() : deviceViewer(state);

/** Roles that log visits. */
export const LOGGERS: readonly SignedIn["role"][] = ["FIELD_STAFF", "CENTER_MANAGER"];

/** Whether somebody logs visits. */
export const logsVisits = (viewer: SignedIn | undefined) =>
	viewer !== undefined && LOGGERS.includes(viewer.role);

/** Whether what somebody types may lie on this device. */
export const keepsDrafts = (viewer: SignedIn) =>
	logsVisits(viewer) || viewer.role === "PROGRAM_OFFICE";
