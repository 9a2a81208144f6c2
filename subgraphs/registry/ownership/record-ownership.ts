import { type EntityManager, In } from "typeorm";
import { HubError } from "../../../shared/errors.ts";
import { OwnershipRow } from "../database/rows.ts";

/** Rows of one statement, so that none has too many parameters. */
const AT_ONCE = 500;

/**
 * Records that a partner owns what its version is the first to define. Throws CONFLICT where another partner published
 * the same since the check.
 */
export async function recordOwnership(
	manager: EntityManager,
	claims: readonly string[],
	by: { partnerId: string; subgraph: string; version: number },
): Promise<void> {
	const recorded_at = new Date().toISOString();
	for (let at = 0; at < claims.length; at += AT_ONCE) {
		const some = claims.slice(at, at + AT_ONCE);
		const known = new Map(
			(await manager.findBy(OwnershipRow, { id: In(some) })).map((row) => [row.id, row.partner_id]),
		);
		for (const [coordinate, partnerId] of known)
			if (partnerId !== by.partnerId)
				throw new HubError(
					"CONFLICT",
					`${coordinate} was published by the partner "${partnerId}" during the check; check again`,
				);
		const rows = some
			.filter((coordinate) => !known.has(coordinate))
			.map((id) => ({
				id,
				partner_id: by.partnerId,
				subgraph: by.subgraph,
				since_version: by.version,
				recorded_at,
			}));
		if (rows.length > 0) await manager.insert(OwnershipRow, rows);
	}
}
