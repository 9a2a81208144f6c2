import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { Issuer } from "../../shared/config.ts";
import { type Actor, claimsOf } from "../../shared/viewer/viewer.ts";
import { writeOnce } from "../../shared/write-once.ts";

const ISSUER = "throughline-development";
const AUDIENCE = "throughline";
const KEY_ID = "development";

function folder(dataDir: string): string {
	const dir = join(dataDir, "development");
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	return dir;
}

async function privateKey(dataDir: string): Promise<JWK> {
	const file = join(folder(dataDir), "key.json");
	if (!existsSync(file)) {
		const { privateKey: key } = await generateKeyPair("ES256", { extractable: true });
		writeOnce(file, JSON.stringify({ ...(await exportJWK(key)), kid: KEY_ID, alg: "ES256" }));
	}
	return JSON.parse(readFileSync(file, "utf8"));
}

/** An issuer for development; its key is created at first start and stored in the data folder. */
export async function developmentIssuer(dataDir: string): Promise<Issuer> {
	const { d: _, ...publicKey } = await privateKey(dataDir);
	const file = join(folder(dataDir), "jwks.json");
	writeFileSync(file, JSON.stringify({ keys: [publicKey] }));
	return { issuer: ISSUER, audience: AUDIENCE, jwks: { file } };
}

/** The secret shared by gateway and subgraphs, for development; created once and stored in the data folder. */
export function developmentSecret(dataDir: string): string {
	const file = join(folder(dataDir), "internal-secret");
	if (!existsSync(file)) writeOnce(file, randomBytes(32).toString("base64url"));
	return readFileSync(file, "utf8");
}

/** Signs a token of the development issuer, valid for `hours`. */
export async function developmentToken(
	dataDir: string,
	viewer: Actor,
	hours: number,
): Promise<string> {
	const key = await privateKey(dataDir);
	return new SignJWT(claimsOf(viewer))
		.setProtectedHeader({ alg: "ES256", kid: KEY_ID })
		.setIssuer(ISSUER)
		.setAudience(AUDIENCE)
		.setIssuedAt()
		.setExpirationTime(`${hours}h`)
		.sign(await importJWK(key, "ES256"));
}
