import { compactVerify, importJWK, type JWK } from "jose";
import { algorithmOf, type ProofClaims } from "../proof/rules.ts";
import type { LogEntry } from "./rules.ts";

/** Keys that the log has named so far, by partner and thumbprint. */
export type KnownKeys = Map<string, JWK>;

type LogDetail = { key?: JWK; kid?: string; digest?: string };

/** Notes the key of an entry that registers or rotates one. */
export function noteKey(known: KnownKeys, entry: LogEntry): void {
	const { key, kid } = JSON.parse(entry.detail) as LogDetail;
	if (key && kid) known.set(`${entry.partnerId} ${kid}`, key);
}

/**
 * Why an entry's proof does not show that the partner asked for what the entry says, or undefined. An entry of the
 * hub's staff has none.
 */
export async function signatureFault(
	known: KnownKeys,
	entry: LogEntry,
): Promise<string | undefined> {
	const { seq, actor, proof } = entry;
	if (!proof)
		return actor.startsWith("partner ") ? `entry ${seq} lacks the proof of ${actor}` : undefined;
	let claims: Partial<ProofClaims>;
	try {
		const { payload } = await compactVerify(proof, async ({ kid }) => {
			const jwk = known.get(`${entry.partnerId} ${kid}`);
			if (!jwk) throw new Error("no earlier entry registers its key");
			return importJWK(jwk, algorithmOf(jwk));
		});
		claims = JSON.parse(new TextDecoder().decode(payload));
	} catch (error) {
		return `the proof of entry ${seq} is wrong: ${(error as Error).message}`;
	}
	const { digest } = JSON.parse(entry.detail) as LogDetail;
	const fits =
		claims.action === entry.action &&
		claims.partner === entry.partnerId &&
		claims.subgraph === (entry.subgraph ?? "") &&
		(digest === undefined || claims.digest === digest);
	return fits ? undefined : `the proof of entry ${seq} is about something else`;
}
