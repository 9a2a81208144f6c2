import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

/** What access tokens of the people whom the provider knows contain; all others have no role. */
export const PEOPLE: Record<string, { name: string; claims: Record<string, string> }> = {
	ada: { name: "Ada Field", claims: { role: "FIELD_STAFF", center: "ga-mep" } },
	max: { name: "Max Manager", claims: { role: "CENTER_MANAGER", center: "oh-mep" } },
	gina: { name: "Gina Georgia", claims: { role: "CENTER_MANAGER", center: "ga-mep" } },
	olga: { name: "Olga Office", claims: { role: "PROGRAM_OFFICE" } },
	pat: { name: "Pat Partner", claims: { role: "PARTNER", organization: "acme" } },
};

export const CLIENT = { id: "throughline", secret: "secret-of-the-client-0123456789" };
/** The API that access tokens are for. */
export const AUDIENCE = "https://hub.example.org";

export type IdentityProvider = {
	issuer: string;
	/** How long access tokens are good, from now on. */
	setLifetime(seconds: number): void;
	/** How often tokens were asked for, by grant. */
	granted: Record<string, number>;
	/** How often a refresh token was revoked. */
	readonly revoked: number;
	/** Tokens that were given out: what nothing else may contain. */
	given: string[];
	/** Lets the provider answer nothing, or only with errors. */
	breakDown(how: "silent" | "failing"): void;
	mend(): void;
	/** Whether refresh tokens are given out, from now on. */
	setRefreshing(isRefreshing: boolean): void;
	/** Forgets all refresh tokens. */
	revokeAll(): void;
	/** Lets the client be led back to a hub. */
	serve(hubUrl: string): void;
	close(): Promise<void>;
};

async function signingKeys() {
	const { privateKey } = await generateKeyPair("ES256", { extractable: true });
	return { keys: [{ ...(await exportJWK(privateKey)), kid: "one", alg: "ES256", use: "sig" }] };
}

/** Keeps what the provider stores, so that a test can take it away. */
function memoryAdapter(stores: Map<string, Map<string, object>>) {
	return (name: string) => {
		const store = stores.get(name) ?? new Map<string, object>();
		stores.set(name, store);
		const findBy = (field: string, value: string) =>
			[...store.values()].find((one) => (one as Record<string, unknown>)[field] === value);
		return {
			upsert: async (id: string, payload: object) => void store.set(id, payload),
			find: async (id: string) => store.get(id),
			findByUid: async (uid: string) => findBy("uid", uid),
			findByUserCode: async (code: string) => findBy("userCode", code),
			destroy: async (id: string) => void store.delete(id),
			consume: async (id: string) => void Object.assign(store.get(id) ?? {}, { consumed: 1 }),
			async revokeByGrantId(grantId: string) {
				for (const [id, one] of store)
					if ((one as { grantId?: string }).grantId === grantId) store.delete(id);
			},
		};
	};
}

/**
 * A real identity provider on another site than the hub: "localhost" and 127.0.0.1 are different sites. Its people sign in
 * with their key in PEOPLE and any password.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
	let listener: RequestListener = (_, response) => response.writeHead(503).end();
	let broken: "silent" | "failing" | undefined;
	const server: Server = createServer((request, response) => {
		if (broken === "silent") return request.socket.destroy();
		if (broken === "failing") return response.writeHead(502).end("<h1>Bad gateway</h1>");
		return listener(request, response);
	});
	await new Promise<void>((done) => server.listen(0, "localhost", done));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const jwks = await signingKeys();
	const stores = new Map<string, Map<string, object>>();
	const granted: Record<string, number> = {};
	const given: string[] = [];
	let lifetime = 600;
	let revoked = 0;
	let refreshing = true;
	const resource = {
		scope: "",
		audience: AUDIENCE,
		accessTokenFormat: "jwt",
		jwt: { sign: { alg: "ES256" } },
	};
	return {
		issuer,
		granted,
		given,
		get revoked() {
			return revoked;
		},
		setLifetime(seconds) {
			lifetime = seconds;
		},
		breakDown(how) {
			broken = how;
		},
		mend() {
			broken = undefined;
		},
		setRefreshing(isRefreshing) {
			refreshing = isRefreshing;
		},
		revokeAll: () => stores.get("RefreshToken")?.clear(),
		serve(hubUrl) {
			const provider = new Provider(issuer, {
				jwks,
				adapter: memoryAdapter(stores),
				cookies: { keys: ["a key of this test"] },
				clients: [
					{
						client_id: CLIENT.id,
						client_secret: CLIENT.secret,
						redirect_uris: [`${hubUrl}/session/callback`],
						post_logout_redirect_uris: [`${hubUrl}/`],
						grant_types: ["authorization_code", "refresh_token"],
						id_token_signed_response_alg: "ES256",
					},
				],
				claims: { openid: ["sub"], profile: ["name"] },
				conformIdTokenClaims: false,
				rotateRefreshToken: true,
				issueRefreshToken: async () => refreshing,
				pkce: { required: () => true },
				ttl: {
					AccessToken: () => lifetime,
					...{ Interaction: 600, Session: 3600, Grant: 3600, RefreshToken: 3600, IdToken: 600 },
				},
				features: {
					devInteractions: { enabled: true },
					revocation: { enabled: true },
					rpInitiatedLogout: { enabled: true },
					resourceIndicators: {
						enabled: true,
						getResourceServerInfo: () => ({ ...resource, accessTokenTTL: lifetime }),
					},
				},
				extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) =>
					PEOPLE[accountId]?.claims,
				findAccount: (_: unknown, sub: string) => ({
					accountId: sub,
					claims: () => ({ sub, name: PEOPLE[sub]?.name }),
				}),
			});
			provider.on("grant.success", ((ctx: {
				oidc: { params: { grant_type: string } };
				body: Record<string, string>;
			}) => {
				const { grant_type } = ctx.oidc.params;
				granted[grant_type] = (granted[grant_type] ?? 0) + 1;
				for (const name of ["access_token", "refresh_token", "id_token"])
					if (ctx.body[name]) given.push(ctx.body[name]);
			}) as never);
			provider.on("refresh_token.destroyed", () => {
				revoked++;
			});
			listener = provider.callback();
		},
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
