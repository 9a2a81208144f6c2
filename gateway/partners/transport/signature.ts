import { createHash, type KeyObject, randomUUID, sign } from "node:crypto";
import { createSignatureSync, type RequestDescriptor } from "http-message-sig";

/** Validity of a signed request; partners should reject older ones and repeated nonces. */
const SECONDS = 60;
const LABEL = "hub";
const TAG = "throughline-partner";

/** The signed components: the target, and the digest of the body. */
const COMPONENTS = ["@method", "@authority", "@path", "content-type", "content-digest"];

/** Signs with Ed25519, see RFC 9421 section 3.3.6. */
export function ed25519Signer(privateKey: KeyObject) {
	return { algorithm: "ed25519", sign: (data: Uint8Array) => sign(null, data, privateKey) };
}

/** Headers of a POST with its body's digest (RFC 9530) and signature (RFC 9421). `now` in milliseconds. */
export function signedHeaders(
	url: URL,
	body: string,
	key: { kid: string; privateKey: KeyObject },
	now = Date.now(),
): Record<string, string> {
	const headers = {
		"content-type": "application/json",
		"content-digest": `sha-256=:${createHash("sha256").update(body).digest("base64")}:`,
	};
	const message: RequestDescriptor = {
		kind: "request",
		method: "POST",
		targetUri: url.href,
		fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
	};
	const created = Math.floor(now / 1000);
	const signed = createSignatureSync(message, {
		label: LABEL,
		components: url.search ? [...COMPONENTS, "@query"] : COMPONENTS,
		parameters: {
			created,
			expires: created + SECONDS,
			nonce: randomUUID(),
			keyid: key.kid,
			alg: "ed25519",
			tag: TAG,
		},
		signer: ed25519Signer(key.privateKey),
	});
	return { ...headers, "signature-input": signed.signatureInput, signature: signed.signature };
}
