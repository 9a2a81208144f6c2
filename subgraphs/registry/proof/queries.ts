import { randomUUID } from "node:crypto";
import type { JWK } from "jose";
import sql from "sql-template-tag";
import { LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { UsedProofRow } from "../database/rows.ts";
import type { ProofClaims } from "./rules.ts";

/** A partner's key where it is good at `now` (ISO 8601). */
export async function currentKey(
	database: Database,
	partner: string,
	kid: string,
	now: string,
): Promise<JWK | undefined> {
	const [row] = await database.read<{ jwk: string }>(
		sql`SELECT k.jwk FROM partner_keys k WHERE k.id = ${kid} AND k.partner_id = ${partner} AND (k.expires_at IS NULL OR k.expires_at > ${now})`,
	);
	return row && JSON.parse(row.jwk);
}

export async function partnerStatus(
	database: Database,
	partner: string,
): Promise<string | undefined> {
	const [row] = await database.read<{ status: string }>(
		sql`SELECT p.status FROM partners p WHERE p.id = ${partner}`,
	);
	return row?.status;
}

/** Keeps a proof's `jti`; false where it was kept before, by whichever gateway. Forgets those that have expired. */
export function consumeProof(
	database: Database,
	partner: string,
	{ jti, exp }: ProofClaims,
): Promise<boolean> {
	return database.write(async (manager) => {
		const now = Math.floor(Date.now() / 1000);
		await manager.delete(UsedProofRow, { expires_at: LessThan(now - 60) });
		const id = `${partner}~${jti}`;
		const claim = randomUUID();
		// Where another transaction holds the proof, PostgreSQL waits here until that one ends.
		await manager
			.createQueryBuilder()
			.insert()
			.into(UsedProofRow)
			.values({ id, expires_at: exp, claim })
			.orIgnore()
			.execute();
		return (await manager.findOneBy(UsedProofRow, { id }))?.claim === claim;
	});
}
