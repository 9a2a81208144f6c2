import { readFileSync, writeFileSync } from "node:fs";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { ProvenAction, partsOf } from "../../../subgraphs/registry/proof/rules.ts";
import { signProof } from "../../../subgraphs/registry/proof/sign.ts";
import { askHub, type HubOptions } from "./ask.ts";
import { wrongUse } from "./failure.ts";

/** File of the public key: key.json → key.public.json. */
function publicFile(file: string): string {
	return `${file.replace(/\.json$/, "")}.public.json`;
}

/** Generates an Ed25519 key pair: the private key in `out`, readable by its owner only, the public key next to it. */
export async function keygen({ out }: { out: string }): Promise<void> {
	const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
	const write = (file: string, jwk: JWK, mode: number) => {
		try {
			writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode, flag: "wx" });
		} catch (error) {
			throw wrongUse(`--out: ${(error as Error).message}; an existing key is never overwritten`);
		}
	};
	write(out, await exportJWK(privateKey), 0o600);
	write(publicFile(out), await exportJWK(publicKey), 0o644);
	console.log(
		`${out} is your private key: keep it secret. ${publicFile(out)} is your public key, for the hub.`,
	);
}

/** Reads a file named by an option. */
export function readOption(option: string, file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		throw wrongUse(`--${option}: ${(error as Error).message}`);
	}
}

/** The public key of a key file, as JSON text. */
export function readPublicKey(file: string): string {
	try {
		const { d: _, ...jwk } = JSON.parse(readOption("key", file)) as JWK;
		return JSON.stringify(jwk);
	} catch (error) {
		throw wrongUse(`--key: ${file} is not a JSON Web Key (${(error as Error).message})`);
	}
}

export type Signer = HubOptions & { partner?: string; key?: string };

/** A proof signed with `--key`, for the running hub; undefined if a token is used instead. */
export async function proofFor<Action extends ProvenAction>(
	signer: Signer,
	action: Action,
	subgraph: string,
	input: Parameters<(typeof partsOf)[Action]>[0],
): Promise<string | undefined> {
	const { partner, key } = signer;
	if (!key || !partner) {
		if (signer.token) return undefined;
		throw wrongUse("Specify --partner and --key, or --token");
	}
	const { registry } = await askHub<{ registry: { id: string } }>(signer, "{ registry { id } }");
	let jwk: JWK;
	try {
		jwk = JSON.parse(readOption("key", key));
	} catch (error) {
		throw wrongUse(`--key: ${(error as Error).message}`);
	}
	if (!jwk.d) throw wrongUse(`--key: ${key} is a public key; sign with the private one`);
	return signProof(jwk, { hub: registry.id, partner, subgraph, action }, input).catch((error) => {
		throw wrongUse(`--key: ${(error as Error).message}`);
	});
}
