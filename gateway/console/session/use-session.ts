import { useSyncExternalStore } from "react";
import { deviceViewer } from "./last-viewer.ts";
import { currentSession, subscribeToSession } from "./session.ts";
import type { SessionState, SignedIn } from "./states.ts";

/** Who is signed in. */
export function useSession(): SessionState {
	return useSyncExternalStore(subscribeToSession, currentSession);
}

/** Whose records on this device are shown, also without signal; see `deviceViewer`. */
export const useDeviceViewer = (): SignedIn | undefined => deviceViewer(useSession());
