import { hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * A login under way. All of it follows from one secret that only the cookie of the browser that began it contains, so the
 * hub stores nothing, and any of several hubs can finish it.
 */
export type LoginAttempt = {
	/** Names the cookie, so that two tabs may sign in at the same time. */
	id: string;
	/** What the identity provider returns: proof that this browser began the login. */
	state: string;
	/** What the ID token must contain: proof that it was issued for this login. */
	nonce: string;
	/** The secret of PKCE: without it nobody can redeem the code. */
	verifier: string;
	returnTo: string;
};

const ID_CHARACTERS = 8;

const derive = (secret: string, what: string) =>
	Buffer.from(hkdfSync("sha256", secret, "", `throughline login ${what}`, 32)).toString(
		"base64url",
	);

function attemptOf(secret: string, returnTo: string): LoginAttempt {
	const state = derive(secret, "state");
	return {
		id: state.slice(0, ID_CHARACTERS),
		state,
		nonce: derive(secret, "nonce"),
		verifier: derive(secret, "verifier"),
		returnTo,
	};
}

/** A new login, and the value of its cookie. */
export function beginLogin(returnTo: string): { attempt: LoginAttempt; cookie: string } {
	const secret = randomBytes(32).toString("base64url");
	const cookie = `${secret}.${Buffer.from(returnTo).toString("base64url")}`;
	return { attempt: attemptOf(secret, returnTo), cookie };
}

/** The id of the login that a state belongs to; undefined if it is not one that the hub could have made. */
export function idOfState(state: unknown): string | undefined {
	return typeof state === "string" && /^[\w-]{43}$/.test(state)
		? state.slice(0, ID_CHARACTERS)
		: undefined;
}

/** The login that the cookie began; undefined unless the state is its own. */
export function resumeLogin(cookie: string, state: string): LoginAttempt | undefined {
	const [secret = "", returnTo = ""] = cookie.split(".");
	const attempt = attemptOf(secret, Buffer.from(returnTo, "base64url").toString());
	const given = Buffer.from(state);
	const own = Buffer.from(attempt.state);
	return given.length === own.length && timingSafeEqual(given, own) ? attempt : undefined;
}
