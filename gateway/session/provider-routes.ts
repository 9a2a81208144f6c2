import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../shared/log.ts";
import type { PublicAddress } from "../http/public-address.ts";
import type { Problem, SessionCookies } from "./cookies.ts";
import { beginLogin, idOfState, type LoginAttempt, resumeLogin } from "./login-attempt.ts";
import type { Provider } from "./provider.ts";
import { oauthCodeOf, ProviderDown, reasonOf } from "./provider-errors.ts";
import { returnAddress } from "./return-address.ts";
import type { Contents } from "./seal.ts";
import type { SignIn } from "./sign-in.ts";

type ProviderRoutes = {
	signIn: SignIn;
	provider: Provider;
	cookies: SessionCookies;
	address: PublicAddress;
	log: Log;
};

/** The session has somebody else's access token, or one that this hub does not accept. */
class NotAccepted extends Error {
	constructor(
		readonly problem: Problem,
		message: string,
	) {
		super(message);
	}
}

function problemOf(error: unknown): Problem {
	if (error instanceof ProviderDown) return "PROVIDER_DOWN";
	if (error instanceof NotAccepted) return error.problem;
	return oauthCodeOf(error) === "access_denied" ? "DENIED" : "FAILED";
}

/** GET /session/sign-in leads to the identity provider, which leads back to GET /session/callback. */
export function addProviderRoutes(app: FastifyInstance, options: ProviderRoutes): void {
	const { signIn, provider, cookies, address, log } = options;
	const callback = () => `${address.url()}/session/callback`;

	/** Back to the page, which asks what went wrong: nothing of it stands in the address. */
	function sendBack(reply: FastifyReply, returnTo: string, problem?: Problem) {
		if (problem) cookies.setProblem(reply, problem);
		return reply.redirect(returnTo, 303);
	}

	/** The access token must be one that the hub accepts, of the person whom the ID token names. */
	async function checkTokens({ accessToken, subject }: Contents): Promise<void> {
		const viewer = await signIn.readViewer(`Bearer ${accessToken}`).catch((error: Error) => {
			throw new NotAccepted("NO_ROLE", error.message);
		});
		if (viewer.role === "PUBLIC" || viewer.subject !== subject)
			throw new NotAccepted("FAILED", "the access token is not of the person of the ID token");
	}

	async function finish(request: FastifyRequest, reply: FastifyReply, attempt: LoginAttempt) {
		const search = request.url.slice(request.url.indexOf("?"));
		const contents = await provider.redeem(attempt, new URL(callback() + search));
		await checkTokens(contents);
		const secret = await signIn.sessions.create(contents, cookies.session(request));
		cookies.setSession(reply, secret);
		return sendBack(reply, attempt.returnTo);
	}

	app.get("/session/sign-in", async (request, reply) => {
		const { return: asked } = request.query as { return?: unknown };
		const returnTo = returnAddress(asked, address.basePath);
		const { attempt, cookie } = beginLogin(returnTo);
		try {
			const url = await provider.signInUrl(attempt, callback());
			cookies.setLogin(request, reply, attempt.id, cookie);
			return await reply.redirect(url.href, 303);
		} catch (error) {
			log.warn({ reason: reasonOf(error) }, "a sign-in could not begin");
			return sendBack(reply, returnTo, problemOf(error));
		}
	});

	app.get("/session/callback", async (request, reply) => {
		const { state } = request.query as { state?: unknown };
		const id = idOfState(state);
		const cookie = id && cookies.login(request, id);
		const resumed = cookie && resumeLogin(cookie, String(state));
		// Somebody else began it, elsewhere or long ago: it must not end in this browser.
		if (!id || !resumed) return sendBack(reply, `${address.basePath}/`, "NOT_BEGUN_HERE");
		// A cookie can be changed by whoever has the browser.
		const returnTo = returnAddress(resumed.returnTo, address.basePath);
		// Once only.
		cookies.clearLogin(reply, id);
		try {
			return await finish(request, reply, { ...resumed, returnTo });
		} catch (error) {
			log.warn({ reason: reasonOf(error) }, "a sign-in failed");
			return sendBack(reply, returnTo, problemOf(error));
		}
	});
}
