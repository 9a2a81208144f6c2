import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PublicAddress } from "../http/public-address.ts";

/** How long a browser keeps the cookie of a session: longer than any session, so that its end is told and not guessed. */
const SESSION_COOKIE_S = 31 * 86_400;
/** How long somebody may take to sign in at the identity provider. */
const LOGIN_COOKIE_S = 600;
/** How long the outcome of a sign-in waits to be shown. */
const PROBLEM_COOKIE_S = 300;
/** Sign-ins that one browser may have begun and not finished. */
const MOST_LOGINS = 5;

/** Why somebody who wanted to sign in is not signed in. */
const PROBLEMS = ["DENIED", "PROVIDER_DOWN", "NOT_BEGUN_HERE", "NO_ROLE", "FAILED"] as const;
export type Problem = (typeof PROBLEMS)[number];

/**
 * The cookies of sign-in. Over HTTPS their names begin with "__Host-": no other host, not even a subdomain, can set them.
 * The session's is SameSite=Strict. That of a login under way is Lax, because the identity provider, another site, leads
 * back to the hub with it. Names begin with a prefix of the hub's own, since cookies do not tell ports apart.
 */
export function sessionCookies(address: PublicAddress, prefix: string) {
	const secure = () => address.url().startsWith("https:");
	const named = (name: string) => `${secure() ? "__Host-" : ""}${prefix}-${name}`;
	const loginName = (id: string) => named(`login-${id}`);
	const read = ({ headers }: FastifyRequest) => parseCookie(headers.cookie ?? "");
	const write = (
		reply: FastifyReply,
		name: string,
		value: string,
		maxAge: number,
		sameSite: "strict" | "lax" = "strict",
	) =>
		void reply.header(
			"set-cookie",
			stringifySetCookie({
				...{ name, value, maxAge, sameSite },
				...{ path: "/", httpOnly: true, secure: secure() },
			}),
		);
	return {
		session: (request: FastifyRequest): string | undefined => read(request)[named("session")],
		setSession: (reply: FastifyReply, secret: string) =>
			write(reply, named("session"), secret, SESSION_COOKIE_S),
		clearSession: (reply: FastifyReply) => write(reply, named("session"), "", 0),
		login: (request: FastifyRequest, id: string): string | undefined =>
			read(request)[loginName(id)],
		/** Remembers a login under way, and forgets all others where there are too many. */
		setLogin(request: FastifyRequest, reply: FastifyReply, id: string, value: string) {
			const begun = Object.keys(read(request)).filter((name) => name.startsWith(loginName("")));
			if (begun.length >= MOST_LOGINS) for (const name of begun) write(reply, name, "", 0, "lax");
			write(reply, loginName(id), value, LOGIN_COOKIE_S, "lax");
		},
		clearLogin: (reply: FastifyReply, id: string) => write(reply, loginName(id), "", 0, "lax"),
		problem(request: FastifyRequest): Problem | undefined {
			const told = read(request)[named("sign-in-problem")];
			return PROBLEMS.find((problem) => problem === told);
		},
		setProblem: (reply: FastifyReply, problem: Problem) =>
			write(reply, named("sign-in-problem"), problem, PROBLEM_COOKIE_S),
		clearProblem: (reply: FastifyReply) => write(reply, named("sign-in-problem"), "", 0),
	};
}

export type SessionCookies = ReturnType<typeof sessionCookies>;
