// Whether a request comes from the hub: it signs what it sends with HTTP Message Signatures (RFC 9421) and publishes its keys.
import { createHash } from "node:crypto";
import { webcrypto as signatures, verifySignature } from "http-message-sig";
import { createRemoteJWKSet } from "jose";
import { parseDictionary } from "structured-headers";

/** Seconds that a signature is good for, and that the clocks may differ. */
const MAX_AGE = 60;
const CLOCK_SKEW = 10;

const POLICY = {
	algorithms: ["ed25519"],
	// How it is asked, where it goes, and (by its digest) what is asked.
	requiredComponents: ["@method", "@authority", "@path", "content-digest"],
	requiredParameters: ["created", "nonce", "keyid", "tag"],
	maxAge: MAX_AGE,
	clockSkew: CLOCK_SKEW,
	validate: ({ parameters }) => parameters.tag === "throughline-partner",
};

/** The request as a signature sees it. */
const messageOf = ({ method, url, headers }) => ({
	kind: "request",
	method,
	targetUri: url,
	fields: [...headers].map(([name, value]) => ({ name, value })),
});

/** Throws an Error where the Content-Digest (RFC 9530) is not that of `body`. */
function checkDigest(header, body) {
	const [digest] = parseDictionary(header).get("sha-256") ?? [];
	const real = createHash("sha256").update(body).digest();
	if (!(digest instanceof ArrayBuffer && real.equals(Buffer.from(digest))))
		throw new Error("Content-Digest: expected the sha-256 of the body");
}

/** A function that throws an Error where it has seen the nonce before, while its signature is good. */
function refuseReplays() {
	const seen = new Map();
	return (nonce) => {
		const now = Date.now();
		for (const [old, until] of seen) {
			if (until > now) break;
			seen.delete(old);
		}
		if (seen.has(nonce)) throw new Error("Nonce: this request was sent before");
		seen.set(nonce, now + (MAX_AGE + 2 * CLOCK_SKEW) * 1000);
	};
}

/** `keysUrl`: where the hub publishes its keys. The function that it returns resolves to why a request is refused, or null. */
export function hubSignature(keysUrl) {
	const keys = createRemoteJWKSet(new URL(keysUrl));
	const refuseReplay = refuseReplays();
	const resolveVerifier = async ({ parameters: { keyid } }) =>
		signatures.verifier(await keys({ alg: "EdDSA", kid: keyid }));
	return async function refusalOf(request) {
		try {
			const { parameters } = await verifySignature(messageOf(request), {
				policy: POLICY,
				resolveVerifier,
			});
			const body = Buffer.from(await request.clone().arrayBuffer());
			checkDigest(request.headers.get("content-digest"), body);
			refuseReplay(parameters.nonce);
			return null;
		} catch (error) {
			const reasons = [error.message, error.cause?.message].filter(Boolean).join(": ");
			return `The request is not from the hub. ${reasons}`;
		}
	};
}
