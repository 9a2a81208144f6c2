import { HubError } from "../../shared/errors.ts";
import type { Contents } from "./seal.ts";

/** A session, opened with the secret of its cookie. */
export type Session = {
	id: string;
	/** How often its tokens were replaced. */
	generation: number;
	/** When it ends whatever happens, in seconds since 1970. */
	expiresAt: number;
	contents: Contents;
};

/** Thrown for a cookie whose session has ended, or never was. */
export function sessionEnded(): HubError {
	return new HubError("UNAUTHENTICATED", "Your session has ended; sign in again", {
		http: { status: 401 },
	});
}

export const secondsNow = () => Math.floor(Date.now() / 1000);
