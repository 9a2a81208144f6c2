import { jwtVerify, SignJWT } from "jose";
import { claimsOf, PUBLIC, type Viewer, viewerOf } from "./viewer.ts";

/** The header in which the gateway passes the viewer to a subgraph. */
export const VIEWER_HEADER = "x-hub-viewer";

const ISSUER = "throughline-gateway";
const AUDIENCE = "throughline-subgraph";
const SECONDS = 60;

/** What gateway and subgraphs share: the first secret signs, each is accepted. Two while one takes the other's place. */
export type Secrets = readonly [string, ...string[]];

const keyOf = (secret: string) => new TextEncoder().encode(secret);

/** A viewer as the gateway passes it on over HTTP: signed with the shared secret, good for a minute; nothing for the public. */
export async function signViewer(viewer: Viewer, [secret]: Secrets): Promise<string | undefined> {
	if (viewer.role === "PUBLIC") return undefined;
	return new SignJWT(claimsOf(viewer))
		.setProtectedHeader({ alg: "HS256" })
		.setIssuer(ISSUER)
		.setAudience(AUDIENCE)
		.setIssuedAt()
		.setExpirationTime(`${SECONDS}s`)
		.sign(keyOf(secret));
}

/** The viewer in a header signed with this secret; undefined if it is forged or too old. */
async function viewerBy(header: string, secret: string): Promise<Viewer | undefined> {
	try {
		const { payload } = await jwtVerify(header, keyOf(secret), {
			issuer: ISSUER,
			audience: AUDIENCE,
			algorithms: ["HS256"],
			requiredClaims: ["exp"],
		});
		return viewerOf(payload);
	} catch {
		return undefined;
	}
}

/**
 * The viewer that the gateway signed; the public without a header. `onRefused` hears of one that is forged, too old, or
 * signed with a secret that is not among these: that caller is the public, too.
 */
export async function readSignedViewer(
	header: unknown,
	secrets: Secrets,
	onRefused?: () => void,
): Promise<Viewer> {
	if (typeof header !== "string") return PUBLIC;
	for (const secret of secrets) {
		const viewer = await viewerBy(header, secret);
		if (viewer) return viewer;
	}
	onRefused?.();
	return PUBLIC;
}
