import { calculateJwkThumbprint, importJWK, type JWK } from "jose";
import type { EntityManager } from "typeorm";
import { badFields, badInput, HubError } from "../../../shared/errors.ts";
import { PartnerKeyRow } from "../database/rows.ts";
import { algorithmOf } from "../proof/rules.ts";
import { keyFaults } from "./rules.ts";

/** A public key and its RFC 7638 thumbprint. */
export type ReadKey = { id: string; jwk: JWK };

/** Reads a public JSON Web Key. Throws BAD_USER_INPUT naming `path`. */
export async function readKey(path: string, text: string): Promise<ReadKey> {
	let jwk: JWK;
	try {
		jwk = JSON.parse(text.length > 2000 ? "" : text);
	} catch {
		throw badInput(path, "is not JSON; send a public JSON Web Key");
	}
	if (jwk === null || typeof jwk !== "object") throw badInput(path, "is not a JSON Web Key");
	const faults = keyFaults(path, jwk as Record<string, unknown>);
	if (faults.length > 0) throw badFields(faults);
	try {
		await importJWK(jwk, algorithmOf(jwk));
	} catch (error) {
		throw badInput(path, `cannot be read as a key (${(error as Error).message})`);
	}
	const { kty, crv, x, y } = jwk;
	const kept = { kty, crv, x, ...(y !== undefined && { y }) } as JWK;
	return { id: await calculateJwkThumbprint(kept), jwk: kept };
}

/** Stores a partner's key; no two partners may have the same one. */
export async function insertKey(
	manager: EntityManager,
	partnerId: string,
	key: ReadKey,
	at: string,
): Promise<void> {
	const known = await manager.findOneBy(PartnerKeyRow, { id: key.id });
	if (known)
		throw new HubError("CONFLICT", "key: it is already registered; make a new one", {
			argument: "key",
		});
	await manager.insert(PartnerKeyRow, {
		id: key.id,
		partner_id: partnerId,
		jwk: JSON.stringify(key.jwk),
		added_at: at,
		expires_at: null,
	});
}
