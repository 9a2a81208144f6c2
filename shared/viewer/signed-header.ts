import { jwtVerify, SignJWT } from "jose";
import { claimsOf, PUBLIC, type Viewer, viewerOf } from "./viewer.ts";

/** The header in which the gateway passes the viewer to a subgraph. */
export const VIEWER_HEADER = "x-hub-viewer";

const ISSUER = "throughline-gateway";
const AUDIENCE = "throughline-subgraph";
const SECONDS = 60;

const keyOf = (secret: string) => new TextEncoder().encode(secret);

/** A viewer as the gateway passes it on over HTTP: signed with the shared secret, good for a minute; nothing for the public. */
export async function signViewer(viewer: Viewer, secret: string): Promise<string | undefined> {
	if (viewer.role === "PUBLIC") return undefined;
	return new SignJWT(claimsOf(viewer))
		.setProtectedHeader({ alg: "HS256" })
		.setIssuer(ISSUER)
		.setAudience(AUDIENCE)
		.setIssuedAt()
		.setExpirationTime(`${SECONDS}s`)
		.sign(keyOf(secret));
}

/** The viewer that the gateway signed; the public if the header is missing, forged or too old. */
export async function readSignedViewer(header: unknown, secret: string): Promise<Viewer> {
	if (typeof header !== "string") return PUBLIC;
	try {
		const { payload } = await jwtVerify(header, keyOf(secret), {
			issuer: ISSUER,
			audience: AUDIENCE,
			algorithms: ["HS256"],
			requiredClaims: ["exp"],
		});
		return viewerOf(payload);
	} catch {
		return PUBLIC;
	}
}
