import { randomUUID } from "node:crypto";
import { calculateJwkThumbprint, importJWK, type JWK, SignJWT } from "jose";
import {
	algorithmOf,
	digestOf,
	LONGEST_PROOF_S,
	PROOF_TYPE,
	type ProvenAction,
	partsOf,
} from "./rules.ts";

/** Makes a proof with a partner's private key. `input` is what the mutation or query is given. */
export async function signProof<Action extends ProvenAction>(
	key: JWK,
	about: { hub: string; partner: string; subgraph?: string; action: Action },
	input: Parameters<(typeof partsOf)[Action]>[0],
): Promise<string> {
	const alg = algorithmOf(key);
	if (!alg) throw new Error("The key is neither an Ed25519 nor a P-256 JWK");
	const parts = (partsOf[about.action] as (given: typeof input) => string[])(input);
	return new SignJWT({
		action: about.action,
		partner: about.partner,
		subgraph: about.subgraph ?? "",
		digest: digestOf(parts),
	})
		.setProtectedHeader({ alg, typ: PROOF_TYPE, kid: await calculateJwkThumbprint(key) })
		.setAudience(about.hub)
		.setIssuedAt()
		.setExpirationTime(`${LONGEST_PROOF_S}s`)
		.setJti(randomUUID())
		.sign(await importJWK(key, alg));
}
