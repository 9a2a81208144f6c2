import type { FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";

const HEADER = "throughline-signed-in-as";

/** How a page names whom it believes to be signed in; the console writes the same (offline/transport.ts). */
const nameOf = (viewer: Viewer) =>
	`${"subject" in viewer ? encodeURIComponent(viewer.subject) : ""}@${"center" in viewer ? viewer.center : ""}`;

/** Throws UNAUTHENTICATED if a page acts for somebody else than who is signed in now, as after a sign-in in another tab. */
export function requireExpectedViewer({ headers }: FastifyRequest, viewer: Viewer): void {
	const expected = headers[HEADER];
	if (expected === undefined || expected === nameOf(viewer)) return;
	throw new HubError("UNAUTHENTICATED", "Somebody else is signed in in this browser now", {
		http: { status: 401 },
	});
}
