import { setTimeout as wait } from "node:timers/promises";
import { HubError } from "../../shared/errors.ts";
import type { SessionQueries } from "./queries.ts";
import { type Contents, seal } from "./seal.ts";
import { type Session, secondsNow, sessionEnded } from "./session.ts";

/** Gets new tokens for a session; undefined if the identity provider refuses. Rejects if it does not answer. */
export type RefreshTokens = (contents: Contents) => Promise<Contents | undefined>;

/** How long before its end an access token is replaced. */
const EARLY_S = 10;
/** How long one hub alone may replace the tokens; longer than it waits for the provider. */
const LEASE_S = 20;
const LOOK_AGAIN_MS = 100;

/**
 * Replaces access tokens that are about to expire, once for all requests that need it at the same time, in this hub and in
 * others: a refresh token may be used once, and a provider that sees it twice ends the whole sign-in.
 */
export function refresher(
	queries: SessionQueries,
	find: (secret: string) => Promise<Session | undefined>,
	refresh: RefreshTokens | undefined,
) {
	const running = new Map<string, Promise<Session>>();

	async function replace(session: Session, secret: string, ask: RefreshTokens): Promise<Session> {
		const { id, generation } = session;
		let contents: Contents | undefined;
		try {
			contents = await ask(session.contents);
		} catch (error) {
			await queries.release(id, generation);
			if (session.contents.accessUntil > secondsNow()) return session;
			throw new HubError(
				"UNAVAILABLE",
				"The identity provider does not answer, so the session cannot be continued now; try again",
				{ http: { status: 503 } },
				error as Error,
			);
		}
		if (!contents) {
			await queries.remove(id);
			throw sessionEnded();
		}
		await queries.replace(id, generation, await seal(contents, secret));
		return { ...session, generation: generation + 1, contents };
	}

	/** Replaces the tokens, or waits for the hub that does. */
	async function claimAndReplace(session: Session, secret: string, ask: RefreshTokens) {
		for (;;) {
			const now = secondsNow();
			if (await queries.claim(session.id, session.generation, now, now + LEASE_S))
				return replace(session, secret, ask);
			const found = await find(secret);
			if (!found) throw sessionEnded();
			if (found.generation !== session.generation) return found;
			await wait(LOOK_AGAIN_MS);
		}
	}

	return (session: Session, secret: string): Promise<Session> | Session => {
		const { accessUntil, refreshToken } = session.contents;
		const now = secondsNow();
		if (accessUntil > now + EARLY_S) return session;
		if (!refresh || !refreshToken) {
			if (accessUntil > now) return session;
			throw sessionEnded();
		}
		let replacing = running.get(session.id);
		if (!replacing) {
			replacing = claimAndReplace(session, secret, refresh).finally(() =>
				running.delete(session.id),
			);
			running.set(session.id, replacing);
		}
		return replacing;
	};
}
