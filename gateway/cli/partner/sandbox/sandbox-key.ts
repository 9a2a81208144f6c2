import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { HubKey } from "../../../../shared/registry.ts";

/** A signing key in place of the hub's, for one run of the sandbox. */
export function sandboxKey(): HubKey {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	const { x = "" } = publicKey.export({ format: "jwk" });
	const kid = `sandbox-${randomUUID()}`;
	return {
		kid,
		privateKey,
		publicJwk: { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" },
	};
}
