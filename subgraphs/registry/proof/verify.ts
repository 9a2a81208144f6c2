import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import type { Database } from "../../../shared/database/database.ts";
import { HubError } from "../../../shared/errors.ts";
import { hubId } from "../database/served-state.ts";
import { consumeProof, currentKey, partnerStatus } from "./queries.ts";
import { algorithmOf, claimFault, digestOf, PROOF_TYPE, type ProofClaims } from "./rules.ts";

const LONGEST_TEXT = 4000;

function refused(reason: string): HubError {
	return new HubError("UNAUTHENTICATED", `proof: it was refused: ${reason}`, { argument: "proof" });
}

/** What a proof must be about. */
export type Proven = {
	action: string;
	partner: string;
	subgraph: string;
	/** What is signed, see `partsOf`. */
	parts: readonly string[];
};

async function read(database: Database, proof: string, wanted: Proven): Promise<ProofClaims> {
	if (proof.length > LONGEST_TEXT) throw refused(`it is longer than ${LONGEST_TEXT} characters`);
	let kid: string | undefined;
	let typ: string | undefined;
	try {
		({ kid, typ } = decodeProtectedHeader(proof));
	} catch {
		throw refused("it is not a compact JWS");
	}
	if (typ !== PROOF_TYPE) throw refused(`its header must say "typ": "${PROOF_TYPE}"`);
	const jwk = await currentKey(database, wanted.partner, kid ?? "", new Date().toISOString());
	if (!jwk)
		throw refused(
			`"${kid}" is no current key of the partner "${wanted.partner}"; its header must name the key's RFC 7638 thumbprint as "kid"`,
		);
	const algorithm = algorithmOf(jwk) ?? "";
	const { payload } = await compactVerify(proof, await importJWK(jwk, algorithm), {
		algorithms: [algorithm],
	}).catch(() => {
		throw refused("its signature is wrong");
	});
	let claims: ProofClaims;
	try {
		claims = JSON.parse(new TextDecoder().decode(payload));
	} catch {
		throw refused("its payload is not JSON");
	}
	const { action, partner, subgraph, parts } = wanted;
	const expected = {
		aud: await hubId(database),
		action,
		partner,
		subgraph,
		digest: digestOf(parts),
	};
	const fault = claimFault(claims, expected, Math.floor(Date.now() / 1000));
	if (fault) throw refused(fault);
	return claims;
}

/**
 * Checks that a partner's current key signed exactly this, and uses the proof up. Throws UNAUTHENTICATED saying why
 * not, CONFLICT for a proof that was used, FORBIDDEN for a partner that is suspended.
 */
export async function provePartner(
	database: Database,
	proof: string,
	wanted: Proven,
): Promise<void> {
	const claims = await read(database, proof, wanted);
	if ((await partnerStatus(database, wanted.partner)) === "SUSPENDED")
		throw new HubError(
			"FORBIDDEN",
			`The partner "${wanted.partner}" is suspended; write to the hub's administrator`,
		);
	if (!(await consumeProof(database, wanted.partner, claims)))
		throw new HubError("CONFLICT", "proof: it was used before; sign a new one for each request", {
			argument: "proof",
		});
}
