import { createHash } from "node:crypto";

/** How long a proof may be good, in seconds. */
export const LONGEST_PROOF_S = 300;

/** Marks the token in its header, so that no other signature of the same key passes for a proof. */
export const PROOF_TYPE = "partner-proof+jwt";

/** The algorithm for each kind of key that partners may have. */
export function algorithmOf(jwk: { kty?: string; crv?: string }): "EdDSA" | "ES256" | undefined {
	if (jwk.kty === "OKP" && jwk.crv === "Ed25519") return "EdDSA";
	if (jwk.kty === "EC" && jwk.crv === "P-256") return "ES256";
	return undefined;
}

/** What a proof says. `digest` binds it to what the mutation is given, so that nobody on the way can change that. */
export type ProofClaims = {
	/** Id of the registry. */
	aud: string;
	/** The mutation or query. */
	action: string;
	partner: string;
	/** Empty where it is about no one subgraph. */
	subgraph: string;
	digest: string;
	/** Seconds since 1970. */
	iat: number;
	exp: number;
	/** Unique; a second use is refused. */
	jti: string;
};

/** sha-256 of `parts`, joined by line feeds, base64url. The parts of each action stand in `partsOf`. */
export function digestOf(parts: readonly string[]): string {
	return createHash("sha256").update(parts.join("\n")).digest("base64url");
}

const text = (value: string | number | null | undefined) =>
	value === null || value === undefined ? "" : String(value);

/** What is signed for each action, in this order; what was left out is an empty line. */
export const partsOf = {
	checkSubgraph: ({ url, schema }: { url: string; schema: string }) => [url, schema],
	publishSubgraph: ({ url, schema }: { url: string; schema: string }) => [url, schema],
	activateSubgraph: (input: {
		version?: number | null;
		share?: number | null;
		consumers?: readonly string[] | null;
	}) => [text(input.version), text(input.share), [...(input.consumers ?? [])].sort().join(",")],
	rollBackSubgraph: ({ reason }: { reason: string }) => [reason],
	suspendSubgraph: ({ reason }: { reason: string }) => [reason],
	resumeSubgraph: ({ reason }: { reason: string }) => [reason],
	/** `kid`: RFC 7638 thumbprint of the new key. */
	rotatePartnerKey: ({ kid, overlapHours }: { kid: string; overlapHours: number }) => [
		kid,
		text(overlapHours),
	],
	transferOwnership: (input: { coordinate: string; toPartnerId: string; reason: string }) => [
		input.coordinate,
		input.toPartnerId,
		input.reason,
	],
	giveUpOwnership: ({ coordinate, reason }: { coordinate: string; reason: string }) => [
		coordinate,
		reason,
	],
	partnerUsage: ({ from, to }: { from: string; to: string }) => [from, to],
	disclosures: (_: object) => [] as string[],
	partnerStanding: ({ from, to }: { from: string; to: string }) => [from, to],
	partnerEvents: (_: object) => [] as string[],
	webhookEndpoints: (_: object) => [] as string[],
	webhookDeliveries: (_: object) => [] as string[],
	setWebhookEndpoint: ({ url }: { url: string }) => [url],
	removeWebhookEndpoint: ({ id }: { id: string }) => [id],
	replayWebhookDelivery: ({ id }: { id: string }) => [id],
};

export type ProvenAction = keyof typeof partsOf;

/** Why claims are refused, or undefined. `now` in seconds since 1970. */
export function claimFault(
	claims: Partial<ProofClaims>,
	wanted: Omit<ProofClaims, "iat" | "exp" | "jti">,
	now: number,
): string | undefined {
	for (const name of ["aud", "action", "partner", "subgraph", "digest"] as const)
		if (claims[name] !== wanted[name])
			return `its "${name}" is ${JSON.stringify(claims[name])}, expected ${JSON.stringify(wanted[name])}`;
	const { iat, exp, jti } = claims;
	if (!Number.isInteger(iat) || !Number.isInteger(exp) || iat === undefined || exp === undefined)
		return '"iat" and "exp" must be whole seconds since 1970';
	if (exp - iat > LONGEST_PROOF_S) return `it is good for more than ${LONGEST_PROOF_S} seconds`;
	if (iat > now + 30) return "it was made in the future; set the clock";
	if (exp <= now) return "it has expired; sign a new one";
	if (typeof jti !== "string" || !/^[\w-]{16,100}$/.test(jti))
		return '"jti" must be 16 to 100 letters, digits, "-" or "_", made at random';
	return undefined;
}
