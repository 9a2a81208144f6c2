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

function read(file: string): { privateKey: KeyObject; x: string } {
	try {
		const jwk = JSON.parse(readFileSync(file, "utf8"));
		if (jwk.kty !== "OKP" || jwk.crv !== "Ed25519" || typeof jwk.d !== "string")
			throw new Error('expected a private Ed25519 JWK with "kty", "crv", "x" and "d"');
		return { privateKey: createPrivateKey({ key: jwk, format: "jwk" }), x: jwk.x };
	} catch (error) {
		throw new Error(`HUB_SIGNING_KEY_FILE: ${file} cannot be used: ${(error as Error).message}`);
	}
}

/**
 * The key that signs the hub's requests to partners: the configured file, or one that is made in the data folder and
 * kept there. Gateways that share a database need one file for all. Throws an Error that names HUB_SIGNING_KEY_FILE.
 */
export async function hubKey(options: {
	dataDir: string;
	signingKeyFile?: string;
}): Promise<HubKey> {
	const { dataDir, signingKeyFile } = options;
	const { privateKey, x } = read(signingKeyFile ?? made(dataDir));
	const kid = await calculateJwkThumbprint({ kty: "OKP", crv: "Ed25519", x });
	const publicJwk = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } as const;
	return { kid, privateKey, publicJwk };
}
