import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";
import { type Viewer, viewerOf } from "../../shared/viewer/viewer.ts";
import type { SessionCookies } from "./cookies.ts";
import { secondsNow } from "./session.ts";
import type { SignIn } from "./sign-in.ts";

type DevelopmentRoutes = {
	signIn: SignIn;
	developmentToken: NonNullable<SignIn["developmentToken"]>;
	cookies: SessionCookies;
	sameOrigin(request: FastifyRequest): Promise<void>;
};

function chosenViewer(body: unknown): Exclude<Viewer, { role: "PUBLIC" }> {
	try {
		const viewer = viewerOf(body);
		if (viewer.role !== "PUBLIC") return viewer;
	} catch (error) {
		throw new HubError("BAD_USER_INPUT", (error as Error).message, { http: { status: 400 } });
	}
	throw new HubError("BAD_USER_INPUT", "role: is missing", { http: { status: 400 } });
}

/** POST /session/development: a session of any role, with a token of the development issuer. Never loaded in production. */
export function addRoleRoute(app: FastifyInstance, options: DevelopmentRoutes): void {
	const { signIn, developmentToken, cookies, sameOrigin } = options;
	app.post("/session/development", { onRequest: sameOrigin }, async (request, reply) => {
		const viewer = chosenViewer(request.body);
		const contents = {
			accessToken: await developmentToken(viewer, signIn.hours),
			accessUntil: secondsNow() + signIn.hours * 3600,
			subject: viewer.subject,
		};
		const secret = await signIn.sessions.create(contents, cookies.session(request));
		cookies.setSession(reply, secret);
		return reply.code(204).send();
	});
}
