import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { PartnerKeyRow, PartnerRow } from "../database/rows.ts";
import { seesInside } from "../policy.ts";
import { quotaOf } from "./rules.ts";
import type { Partner, PartnerKey, PartnerStatus } from "./type.ts";

/** Row → API type, as far as the viewer may see it. */
export function toPartner(row: PartnerRow, viewer: Viewer): Partner {
	const inside = seesInside(viewer, row.id);
	return {
		id: row.id,
		name: row.name,
		status: row.status as PartnerStatus,
		statusReason: row.status_reason,
		namespace: row.namespace,
		terms: row.terms,
		registeredAt: row.registered_at,
		contacts: inside ? JSON.parse(row.contacts) : null,
		hosts: inside ? JSON.parse(row.hosts) : null,
		quota: inside ? quotaOf(JSON.parse(row.quota)) : null,
	};
}

export function toKey(row: PartnerKeyRow): PartnerKey {
	return { id: row.id, jwk: row.jwk, addedAt: row.added_at, expiresAt: row.expires_at };
}
