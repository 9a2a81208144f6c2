/** What a partner signs: which action, about what. */
export type Claims = { action: string; partner: string; subgraph: string; digest: string };

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
	const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const jsonOf = (base64url: string) => JSON.parse(new TextDecoder().decode(bytesOf(base64url)));

/** How a browser checks signatures of each kind of key that partners may have. */
function algorithmOf({ kty, crv }: JsonWebKey) {
	if (kty === "OKP" && crv === "Ed25519") return { name: "Ed25519" };
	if (kty === "EC" && crv === "P-256")
		return { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
	return undefined;
}

/**
 * What a compact JWS says, once its signature is found right. "unchecked": this browser does not know such keys. The key
 * is one that `keyOf` knows, never one that the token brings along.
 */
export async function verifySignature(
	token: string,
	keyOf: (kid: string) => JsonWebKey | undefined,
): Promise<Claims | "wrong-signature" | "unchecked"> {
	const [header = "", payload = "", signature = "", ...more] = token.split(".");
	try {
		const { kid } = jsonOf(header) as { kid: string };
		const jwk = keyOf(kid);
		const algorithm = jwk && algorithmOf(jwk);
		if (!jwk || !algorithm || more.length > 0) return "wrong-signature";
		const { kty, crv, x, y } = jwk;
		let key: CryptoKey;
		try {
			key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
		} catch (error) {
			if ((error as Error).name === "NotSupportedError") return "unchecked";
			throw error;
		}
		const signed = new TextEncoder().encode(`${header}.${payload}`);
		const isRight = await crypto.subtle.verify(algorithm, key, bytesOf(signature), signed);
		return isRight ? (jsonOf(payload) as Claims) : "wrong-signature";
	} catch {
		return "wrong-signature";
	}
}
