import type { Grant } from "../../../shared/registry.ts";
import type { GrantRow } from "../database/rows.ts";
import type { PartnerGrant } from "./type.ts";

/** Row → API type. */
export function toGrant(row: GrantRow): PartnerGrant {
	return {
		id: row.id,
		partnerId: row.partner_id,
		kind: row.kind as PartnerGrant["kind"],
		type: row.type,
		field: row.field,
		purpose: row.purpose,
		consumer: row.consumer,
		expiresAt: row.expires_at,
		grantedAt: row.granted_at,
		revokedAt: row.revoked_at,
	};
}

/** Row → what serving and checks need. */
export function toServedGrant(row: GrantRow): Grant {
	return {
		id: row.id,
		partnerId: row.partner_id,
		kind: row.kind as Grant["kind"],
		type: row.type,
		field: row.field,
		purpose: row.purpose,
		consumer: row.consumer,
		expiresAt: row.expires_at,
	};
}
