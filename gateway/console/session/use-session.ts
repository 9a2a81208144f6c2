import { useSyncExternalStore } from "react";
import { currentSession, subscribeToSession } from "./session.ts";
import type { SessionState } from "./states.ts";

/** Who is signed in. */
export function useSession(): SessionState {
	return useSyncExternalStore(subscribeToSession, currentSession);
}
