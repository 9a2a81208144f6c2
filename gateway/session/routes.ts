import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import type { PublicAddress } from "../http/public-address.ts";
import { sessionCookies } from "./cookies.ts";
import { addProviderRoutes } from "./provider-routes.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { type Session, secondsNow } from "./session.ts";
import { endSession, type SignIn, viewerOfSession } from "./sign-in.ts";

export type SessionRoutes = { signIn: SignIn; address: PublicAddress; log: Log };

/** Who is signed in, in words that hold no token. */
async function describe(signIn: SignIn, session: Session) {
	const { role, ...viewer } = await viewerOfSession(signIn, session);
	const { name } = session.contents;
	return {
		state: "SIGNED_IN",
		viewer: { role, ...viewer, name },
		until: new Date(session.expiresAt * 1000).toISOString(),
	};
}

/**
 * GET /session tells who is signed in; POST /session/sign-out ends it. With an identity provider also where a sign-in
 * begins and where the provider leads back to; in development where a role is chosen.
 */
export async function addSessionRoutes(app: FastifyInstance, options: SessionRoutes) {
	const { signIn, address, log } = options;
	const { sessions, provider, developmentToken } = signIn;
	const cookies = sessionCookies(address, signIn.cookiePrefix);
	const sameOrigin = async (request: FastifyRequest) =>
		requireSameOrigin(request, new URL(address.url()).origin);

	async function stateOf(request: FastifyRequest) {
		const secret = cookies.session(request);
		if (!secret) return { state: "PUBLIC" };
		try {
			return await describe(signIn, await sessions.current(secret));
		} catch (error) {
			const code = error instanceof HubError && error.extensions.code;
			if (code === "UNAUTHENTICATED") return { state: "ENDED" };
			if (code === "UNAVAILABLE") return { state: "UNKNOWN" };
			throw error;
		}
	}

	await app.register(async (routes) => {
		// Unlike open data, this is for the hub's own pages.
		routes.addHook("onRequest", async (_request, reply) => {
			reply.header("cross-origin-resource-policy", "same-origin");
		});
		routes.get("/session", { onRequest: sameOrigin }, async (request, reply) => {
			const problem = cookies.problem(request);
			if (problem) cookies.clearProblem(reply);
			return { ...(await stateOf(request)), problem, now: secondsNow() };
		});
		routes.post("/session/sign-out", { onRequest: sameOrigin }, async (request, reply) => {
			// A page that forgets a session that has ended does not end one that was begun since.
			const isForgetting = "ended" in (request.query as object);
			if (isForgetting && (await stateOf(request)).state !== "ENDED") return { next: null };
			await endSession(signIn, cookies, request, log);
			cookies.clearSession(reply);
			const next = await provider?.signOutUrl(`${address.url()}/`).catch(() => undefined);
			return { next: next ?? null };
		});
		if (provider) addProviderRoutes(routes, { ...options, provider, cookies });
		if (developmentToken) {
			const { addRoleRoute } = await import("./development-routes.ts");
			addRoleRoute(routes, { signIn, developmentToken, cookies, sameOrigin });
		}
	});
}
