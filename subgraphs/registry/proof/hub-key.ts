import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { calculateJwkThumbprint } from "jose";
import type { HubKey } from "../../../shared/registry.ts";
import { writeOnce } from "../../../shared/write-once.ts";

function made(dataDir: string): string {
	const dir = join(dataDir, "keys");
	mkdirSync(dir, { recursive: true, mode: 0o700 });
	const file = join(dir, "signing-key.json");
	if (!existsSync(file)) {
		const { privateKey } = generateKeyPairSync("ed25519");
		writeOnce(file, JSON.stringify(privateKey.export({ format: "jwk" })));
	}
	return file;
}

function read(file: string, variable: string): { privateKey: KeyObject; x: string } {
	try {
		const jwk = JSON.parse(readFileSync(file, "utf8"));
		if (jwk.kty !== "OKP" || jwk.crv !== "Ed25519" || typeof jwk.d !== "string")
			throw new Error('expected a private Ed25519 JWK with "kty", "crv", "x" and "d"');
		return { privateKey: createPrivateKey({ key: jwk, format: "jwk" }), x: jwk.x };
	} catch (error) {
		throw new Error(`${variable}: ${file} cannot be used: ${(error as Error).message}`);
	}
}

/** Reads a key file. Throws an Error that names the variable and the file. */
export async function keyIn(file: string, variable: string): Promise<HubKey> {
	const { privateKey, x } = read(file, variable);
	const kid = await calculateJwkThumbprint({ kty: "OKP", crv: "Ed25519", x });
	const publicJwk = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } as const;
	return { kid, privateKey, publicJwk };
}

/** The key that signs, and the one that is only published while one takes the other's place. */
export type HubKeys = readonly [signing: HubKey, also?: HubKey];

type KeyFiles = { dataDir: string; signingKeyFile?: string; signingKeyAlsoFile?: string };

/**
 * The key that signs the hub's requests to partners: the configured file, or one that is made in the data folder and
 * kept there. Gateways that share a database need the same files. Throws an Error that names the variable.
 */
export async function hubKeys(files: KeyFiles): Promise<HubKeys> {
	const { dataDir, signingKeyFile, signingKeyAlsoFile } = files;
	const signing = await keyIn(signingKeyFile ?? made(dataDir), "HUB_SIGNING_KEY_FILE");
	if (!signingKeyAlsoFile) return [signing];
	const also = await keyIn(signingKeyAlsoFile, "HUB_SIGNING_KEY_ALSO_FILE");
	if (also.kid === signing.kid)
		throw new Error(
			"HUB_SIGNING_KEY_ALSO_FILE: has the key of HUB_SIGNING_KEY_FILE; set the other one, or remove it",
		);
	return [signing, also];
}
