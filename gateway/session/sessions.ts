import type { SessionQueries } from "./queries.ts";
import { type RefreshTokens, refresher } from "./refresh.ts";
import { type Contents, idOf, isSecret, newSecret, seal, unseal } from "./seal.ts";
import { type Session, secondsNow, sessionEnded } from "./session.ts";

/**
 * The sessions of the console. `hours`: how long one lasts at most. Access tokens are replaced shortly before they expire,
 * if `refresh` and a refresh token are there; otherwise the session ends with its access token.
 */
export function openSessions(queries: SessionQueries, hours: number, refresh?: RefreshTokens) {
	async function find(secret: string): Promise<Session | undefined> {
		if (!isSecret(secret)) return undefined;
		const row = await queries.find(idOf(secret), secondsNow());
		if (!row) return undefined;
		const { id, generation, expires_at, sealed } = row;
		return { id, generation, expiresAt: expires_at, contents: await unseal(sealed, secret) };
	}
	const fresh = refresher(queries, find, refresh);
	return {
		/** Stores a new session, always under a new secret, in place of the one that the browser had. */
		async create(contents: Contents, before: string | undefined): Promise<string> {
			const secret = newSecret();
			const now = secondsNow();
			const ends = now + hours * 3600;
			const expires_at = contents.refreshToken ? ends : Math.min(ends, contents.accessUntil);
			const sealed = await seal(contents, secret);
			const replaced = before && isSecret(before) ? idOf(before) : undefined;
			await queries.add({ id: idOf(secret), sealed, generation: 0, expires_at }, replaced, now);
			return secret;
		},
		find,
		/** The session of a cookie with an access token that has not expired. Throws UNAUTHENTICATED if it has ended. */
		async current(secret: string): Promise<Session> {
			const session = await find(secret);
			if (!session) throw sessionEnded();
			return fresh(session, secret);
		},
		async end(secret: string): Promise<void> {
			if (isSecret(secret)) await queries.remove(idOf(secret));
		},
	};
}

export type Sessions = ReturnType<typeof openSessions>;
