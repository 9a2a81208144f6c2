import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import type { Issuer } from "../../shared/config.ts";
import type { ClaimNames } from "../../shared/config-sign-in.ts";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import { PUBLIC, type Viewer, viewerOf } from "../../shared/viewer/viewer.ts";
import { keysInFile } from "./key-file.ts";
import { type Keys, verifiedTokens } from "./verified-tokens.ts";

/** Authenticates the viewer by an Authorization header. Throws UNAUTHENTICATED if it is invalid. */
export type ReadViewer = (authorization: string | undefined) => Promise<Viewer>;

/** Asymmetric only: with a symmetric algorithm, anybody who can verify a token could forge one. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];
const CLOCK_TOLERANCE_S = 5;
/** Faults of the issuer's key set and not of a token: no answer, another answer than 200, something else than keys. */
const KEYS_MISSING = ["ERR_JWKS_TIMEOUT", "ERR_JOSE_GENERIC", "ERR_JWKS_INVALID"];

function keysOf(jwks: Issuer["jwks"], log?: Log): Keys {
	// The remote key set is cached, and fetched again when a token names an unknown key.
	if ("url" in jwks) return createRemoteJWKSet(new URL(jwks.url), { cooldownDuration: 10_000 });
	return keysInFile(jwks.file, log);
}

function unauthenticated(reason: string): HubError {
	return new HubError("UNAUTHENTICATED", `The access token was refused: ${reason}`, {
		http: { status: 401 },
	});
}

function reasonOf(error: errors.JOSEError): string {
	if (error instanceof errors.JWTExpired) return "it has expired; get a new one";
	if (error instanceof errors.JWTClaimValidationFailed) return `claim "${error.claim}" is wrong`;
	if (error instanceof errors.JOSEAlgNotAllowed)
		return `its algorithm is not one of ${ALGORITHMS.join(", ")}`;
	if (error instanceof errors.JWKSNoMatchingKey) return "it was signed with an unknown key";
	if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature is wrong";
	return "it is not a signed JWT";
}

/** The claims of a token under the names that the hub knows. */
function renamed(payload: JWTPayload, names: ClaimNames): Record<string, unknown> {
	const { role, center, organization } = names;
	const { sub } = payload;
	return {
		...{ sub, role: payload[role], center: payload[center] },
		organization: payload[organization],
	};
}

const OWN_NAMES: ClaimNames = { role: "role", center: "center", organization: "organization" };

/** The error for a token that does not verify: the token's fault, or that of the issuer's key set. */
function refusalOf(error: unknown): HubError {
	if (!(error instanceof errors.JOSEError) || KEYS_MISSING.includes(error.code))
		return new HubError("UNAVAILABLE", "The issuer's keys could not be fetched; try again", {
			http: { status: 503 },
		});
	return unauthenticated(reasonOf(error));
}

/** Authenticates viewers by bearer tokens of one issuer. A token is verified once, and looked up after that. */
export function viewersOf(
	{ issuer, audience, jwks, claims = OWN_NAMES }: Issuer,
	log?: Log,
): ReadViewer {
	const keys = keysOf(jwks, log);
	const options = {
		...{ issuer, audience, algorithms: ALGORITHMS },
		requiredClaims: ["exp", "sub"],
		clockTolerance: CLOCK_TOLERANCE_S,
	};
	const verified = verifiedTokens(keys, CLOCK_TOLERANCE_S);

	async function verify(token: string): Promise<Viewer> {
		const verification = await jwtVerify(token, keys, options).catch((error: unknown) => {
			throw refusalOf(error);
		});
		try {
			const viewer = Object.freeze(viewerOf(renamed(verification.payload, claims)));
			verified.keep(token, viewer, verification);
			return viewer;
		} catch (error) {
			const message = (error as Error).message.replace(
				/^claim "(role|center|organization)"/,
				(_, name: keyof ClaimNames) => `claim "${claims[name]}"`,
			);
			throw unauthenticated(message);
		}
	}

	return async (authorization) => {
		if (authorization === undefined) return PUBLIC;
		const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
		if (!token) throw unauthenticated('the header must read "Authorization: Bearer <token>"');
		const known = await verified.find(token).catch((error: unknown) => {
			throw refusalOf(error);
		});
		return known ?? verify(token);
	};
}
