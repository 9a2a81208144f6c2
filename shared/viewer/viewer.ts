import { z } from "zod";

/** The caller of a request, as a verified token identifies it. A center's staff carry their center, a partner its organization. */
export type Viewer =
	| { role: "PUBLIC" }
	| { role: "FIELD_STAFF" | "CENTER_MANAGER"; subject: string; center: string }
	| { role: "PROGRAM_OFFICE" | "HUB_ADMIN"; subject: string }
	| { role: "PARTNER"; subject: string; organization: string };

/** A viewer with an access token; only these may be allowed to change something. */
export type Actor = Exclude<Viewer, { role: "PUBLIC" }>;

export type Role = Viewer["role"];

/** Every caller without a token. */
export const PUBLIC: Viewer = { role: "PUBLIC" };

const text = z.string().min(1).max(200);

/** The claims of a token that make a viewer; `sub` is the subject. */
const claimsSchema = z.discriminatedUnion("role", [
	z.object({ role: z.enum(["FIELD_STAFF", "CENTER_MANAGER"]), sub: text, center: text }),
	z.object({ role: z.enum(["PROGRAM_OFFICE", "HUB_ADMIN"]), sub: text }),
	z.object({ role: z.literal("PARTNER"), sub: text, organization: text }),
]);

/** Reads a viewer from a token's claims. Throws an Error that names the claim that is wrong. */
export function viewerOf(claims: unknown): Viewer {
	const read = claimsSchema.safeParse(claims);
	if (!read.success) {
		const [issue] = read.error.issues;
		throw new Error(`claim "${issue?.path.join(".")}": ${issue?.message}`);
	}
	const { sub, ...viewer } = read.data;
	return { ...viewer, subject: sub };
}

/** The claims that say who a viewer is. */
export function claimsOf(viewer: Actor): Record<string, string> {
	const { subject, ...claims } = viewer;
	return { ...claims, sub: subject };
}
