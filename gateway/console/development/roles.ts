import type { SignedIn } from "../session/states.ts";

/** The roles that can be chosen, from the one that sees least. */
export const ROLES = [
	"PUBLIC",
	"FIELD_STAFF",
	"CENTER_MANAGER",
	"PROGRAM_OFFICE",
	"PARTNER",
	"HUB_ADMIN",
] as const;

export type RoleChoice = { role: (typeof ROLES)[number]; center: string; organization: string };

export const hasCenter = (role: RoleChoice["role"]) =>
	role === "FIELD_STAFF" || role === "CENTER_MANAGER";

type Claims = Omit<SignedIn, "subject"> & { sub: string };

/** The claims of a token of that role; undefined for the public. */
export function claimsOf({ role, center, organization }: RoleChoice): Claims | undefined {
	if (role === "PUBLIC") return undefined;
	const who = role.toLowerCase().replaceAll("_", "-");
	if (hasCenter(role)) return { role, center, sub: `${who}-${center}` };
	if (role === "PARTNER") return { role, organization, sub: `${who}-${organization}` };
	return { role, sub: `${who}` };
}
