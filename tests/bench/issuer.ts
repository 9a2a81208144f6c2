import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { claimsOf } from "../../shared/viewer/viewer.ts";
import { STAFF } from "../support/viewers.ts";

const ISSUER = "https://bench.example";
const AUDIENCE = "hub";
const { publicKey, privateKey } = await generateKeyPair("ES256");
const folder = mkdtempSync(join(tmpdir(), "bench-issuer-"));
const file = join(folder, "jwks.json");
const signingKey = join(folder, "signing-key.json");
const hubKey = await generateKeyPair("EdDSA", { extractable: true });
writeFileSync(signingKey, JSON.stringify(await exportJWK(hubKey.privateKey)), { mode: 0o600 });
writeFileSync(file, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "bench" }] }));

/** Configuration of a hub in production. */
export const PRODUCTION = {
	HUB_ISSUER: ISSUER,
	HUB_AUDIENCE: AUDIENCE,
	HUB_JWKS_FILE: file,
	HUB_SIGNING_KEY_FILE: signingKey,
	HUB_INTERNAL_SECRET: "the secret of the benchmark, not of anybody else",
};

/** The Authorization header of a member of ga-mep's field staff. */
export async function staffHeader(): Promise<string> {
	const token = await new SignJWT(claimsOf(STAFF))
		.setProtectedHeader({ alg: "ES256", kid: "bench" })
		.setIssuer(ISSUER)
		.setAudience(AUDIENCE)
		.setExpirationTime("2h")
		.sign(privateKey);
	return `Bearer ${token}`;
}
