type Grant = { expiresAt: string | null; revokedAt: string | null };

/** Whether a grant holds, at `now` (ISO 8601 in UTC). */
export function grantState(
	{ expiresAt, revokedAt }: Grant,
	now: string,
): "revoked" | "expired" | "until" | "open" {
	if (revokedAt) return "revoked";
	if (!expiresAt) return "open";
	return expiresAt < now ? "expired" : "until";
}
