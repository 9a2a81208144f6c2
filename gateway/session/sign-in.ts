import type { FastifyRequest } from "fastify";
import type { Config } from "../../shared/config.ts";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import type { Actor, Viewer } from "../../shared/viewer/viewer.ts";
import type { PublicAddress } from "../http/public-address.ts";
import type { ReadSession } from "../viewer/request-viewers.ts";
import type { ReadViewer } from "../viewer/verify.ts";
import { type SessionCookies, sessionCookies } from "./cookies.ts";
import { openSessionsDatabase } from "./database.ts";
import { requireExpectedViewer } from "./expected-viewer.ts";
import { openProvider, type Provider } from "./provider.ts";
import { ProviderDown } from "./provider-errors.ts";
import { sessionQueries } from "./queries.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { type Session, sessionEnded } from "./session.ts";
import { openSessions, type Sessions } from "./sessions.ts";

/** How people sign in to the console. */
export type SignIn = {
	sessions: Sessions;
	/** The identity provider; absent in development, where roles are chosen. */
	provider?: Provider;
	/** Signs a token of the development issuer; absent in production and where an issuer is configured. */
	developmentToken?: (viewer: Actor, hours: number) => Promise<string>;
	/** How long a session lasts at most. */
	hours: number;
	/** What the names of its cookies begin with. */
	cookiePrefix: string;
	readViewer: ReadViewer;
	/** Resolves where its database can be read and written. */
	check(): Promise<void>;
	close(): Promise<void>;
};

export type SignInConfiguration = Pick<
	Config,
	"dataDir" | "databaseUrl" | "signIn" | "sessionHours" | "issuer" | "production"
> & { cookiePrefix?: string; database?: Config["database"] };

/** Opens the sign-in; undefined in a hub that has no identity provider and is not for development. */
export async function openSignIn(
	config: SignInConfiguration,
	readViewer: ReadViewer,
	log: Log,
): Promise<SignIn | undefined> {
	const { dataDir, databaseUrl, signIn, sessionHours: hours } = config;
	const isDevelopment = !config.issuer && !config.production;
	if (!signIn && !isDevelopment) return undefined;
	const provider = signIn && openProvider(signIn);
	const bounds = config.database;
	const database = await openSessionsDatabase({ dataDir, databaseUrl, bounds, log });
	void provider?.check().catch((error: Error) => {
		const { issuer } = provider;
		log.warn({ issuer, reason: error.message }, "the identity provider does not answer");
	});
	return {
		sessions: openSessions(sessionQueries(database), hours, provider?.refresh),
		provider,
		...(isDevelopment && {
			developmentToken: async (viewer, hours) =>
				(await import("../viewer/development.ts")).developmentToken(dataDir, viewer, hours),
		}),
		hours,
		cookiePrefix: config.cookiePrefix ?? "hub",
		readViewer,
		check: () => database.check(),
		close: () => database.close(),
	};
}

/** The viewer of a session: who its access token says, read as any bearer token is. */
export async function viewerOfSession({ readViewer }: SignIn, session: Session): Promise<Viewer> {
	try {
		return await readViewer(`Bearer ${session.contents.accessToken}`);
	} catch (error) {
		if (error instanceof HubError && error.extensions.code === "UNAUTHENTICATED")
			throw sessionEnded();
		throw error;
	}
}

/** Reads sessions from the cookies of requests that the hub's own pages make. */
export function sessionReader(signIn: SignIn, address: PublicAddress): ReadSession {
	const cookies = sessionCookies(address, signIn.cookiePrefix);
	return async (request) => {
		const secret = cookies.session(request);
		if (!secret) return undefined;
		requireSameOrigin(request, new URL(address.url()).origin);
		const viewer = await viewerOfSession(signIn, await signIn.sessions.current(secret));
		requireExpectedViewer(request, viewer);
		return viewer;
	};
}

/** Ends the session of a request, here and as far as possible at the provider. */
export async function endSession(
	{ sessions, provider }: SignIn,
	cookies: SessionCookies,
	request: FastifyRequest,
	log: Log,
): Promise<void> {
	const secret = cookies.session(request);
	const session = secret && (await sessions.find(secret));
	if (!secret || !session) return;
	await sessions.end(secret);
	const { refreshToken } = session.contents;
	if (refreshToken)
		void provider?.revoke(refreshToken).catch((error: Error) => {
			const reason = error instanceof ProviderDown ? error.message : error.name;
			log.warn({ reason }, "a refresh token could not be revoked");
		});
}
