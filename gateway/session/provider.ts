import { readFileSync } from "node:fs";
import * as oidc from "openid-client";
import type { SignInConfig } from "../../shared/config-sign-in.ts";
import type { LoginAttempt } from "./login-attempt.ts";
import { isRefusal, oauthCodeOf, ProviderDown, reasonOf } from "./provider-errors.ts";
import type { Contents } from "./seal.ts";

const TIMEOUT_S = 8;
/** How long no session waits again for a provider that did not answer. */
const PAUSE_MS = 2000;

/** The identity provider that people sign in at: the confidential client's side of OpenID Connect. */
export type Provider = ReturnType<typeof openProvider>;

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

function contentsOf(tokens: Tokens, before?: Contents): Contents {
	const claims = tokens.claims();
	const name = claims?.name ?? claims?.preferred_username;
	const subject = claims?.sub ?? before?.subject ?? "";
	return {
		accessToken: tokens.access_token,
		// One that does not say when it ends is verified each time anyway.
		accessUntil: Math.floor(Date.now() / 1000) + (tokens.expiresIn() ?? 300),
		refreshToken: tokens.refresh_token ?? before?.refreshToken,
		subject,
		name: typeof name === "string" ? name.slice(0, 200) : before?.name,
	};
}

/** Throws an Error that says what is wrong with the file. */
/** The client's secret. Throws an Error that names the variable and the file. */
export function readClientSecret(file: string): string {
	const expected = "expected a file with the client's secret, as the identity provider shows it";
	let secret: string;
	try {
		secret = readFileSync(file, "utf8").trim();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(`HUB_OIDC_CLIENT_SECRET_FILE: ${file} cannot be read (${code}); ${expected}`);
	}
	if (secret === "") throw new Error(`HUB_OIDC_CLIENT_SECRET_FILE: ${file} is empty; ${expected}`);
	return secret;
}

/** The provider's addresses are read when they are first needed: a hub starts and works without it. */
export function openProvider(config: SignInConfig) {
	const { issuer, clientId, clientSecretFile, scopes, parameters } = config;
	const secret = readClientSecret(clientSecretFile);
	const isInsecure = new URL(issuer).protocol === "http:";
	let discovered: Promise<oidc.Configuration> | undefined;
	let downUntil = 0;

	async function discover(): Promise<oidc.Configuration> {
		const found = await oidc.discovery(
			new URL(issuer),
			clientId,
			{ client_secret: secret, use_mtls_endpoint_aliases: false },
			oidc.ClientSecretBasic(secret),
			{
				execute: [
					oidc.enableNonRepudiationChecks,
					...(isInsecure ? [oidc.allowInsecureRequests] : []),
				],
				timeout: TIMEOUT_S,
			},
		);
		found.timeout = TIMEOUT_S;
		return found;
	}

	/** Asks the provider; throws ProviderDown if it does not answer, and what it answered if it refuses. */
	async function ask<T>(call: (found: oidc.Configuration) => Promise<T>, anew = false): Promise<T> {
		try {
			if (anew) discovered = undefined;
			discovered ??= discover().catch((error) => {
				discovered = undefined;
				throw error;
			});
			return await call(await discovered);
		} catch (error) {
			if (isRefusal(error)) throw error;
			downUntil = performance.now() + PAUSE_MS;
			throw new ProviderDown(reasonOf(error));
		}
	}

	/** The provider may end a sign-in by an answer, or by tokens of somebody else. */
	async function refreshed(contents: Contents): Promise<Contents | undefined> {
		if (performance.now() < downUntil) throw new ProviderDown("it did not answer a moment ago");
		try {
			const tokens = await ask((found) =>
				oidc.refreshTokenGrant(found, contents.refreshToken ?? "", parameters),
			);
			const next = contentsOf(tokens, contents);
			return next.subject === contents.subject ? next : undefined;
		} catch (error) {
			if (error instanceof ProviderDown) throw error;
			const code = oauthCodeOf(error);
			// Any other code, such as "invalid_client", is a fault of the configuration and ends no session.
			if (code && code !== "invalid_grant") throw new ProviderDown(reasonOf(error));
			return undefined;
		}
	}

	return {
		issuer,
		/** Rejects if the provider does not answer. */
		check: (): Promise<void> => ask(async () => undefined),
		/**
		 * Where to send somebody who wants to sign in. The provider is asked each time: if it is down the hub says so, and not
		 * the browser on an empty page.
		 */
		signInUrl: (attempt: LoginAttempt, redirectUri: string): Promise<URL> =>
			ask(
				async (found) =>
					oidc.buildAuthorizationUrl(found, {
						...parameters,
						redirect_uri: redirectUri,
						scope: scopes,
						state: attempt.state,
						nonce: attempt.nonce,
						code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
						code_challenge_method: "S256",
					}),
				true,
			),
		/** Redeems the code that the provider sent to `callback`. */
		redeem: (attempt: LoginAttempt, callback: URL): Promise<Contents> =>
			ask(async (found) => {
				const checks = {
					expectedState: attempt.state,
					expectedNonce: attempt.nonce,
					pkceCodeVerifier: attempt.verifier,
					idTokenExpected: true,
				};
				return contentsOf(await oidc.authorizationCodeGrant(found, callback, checks, parameters));
			}),
		/** New tokens; undefined if the provider refuses them. Throws ProviderDown. */
		refresh: refreshed,
		/** Makes the refresh token useless, where the provider can. */
		revoke: (refreshToken: string): Promise<void> =>
			ask(async (found) => {
				if (found.serverMetadata().revocation_endpoint)
					await oidc.tokenRevocation(found, refreshToken, { token_type_hint: "refresh_token" });
			}),
		/** Where to end the sign-in at the provider, too; undefined if it has no such place. */
		signOutUrl: (returnTo: string): Promise<string | undefined> =>
			ask(async (found) =>
				found.serverMetadata().end_session_endpoint
					? // No ID token: it would stand in the address.
						oidc.buildEndSessionUrl(found, { post_logout_redirect_uri: returnTo }).href
					: undefined,
			),
	};
}
