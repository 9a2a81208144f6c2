import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { AUDIENCE, CLIENT } from "./identity-provider.ts";

/** What the token endpoint does to the tokens of an honest sign-in. */
export type Lie = {
	idToken?: JWTPayload;
	accessToken?: JWTPayload;
	/** Signs the ID token with a key of somebody else, or not at all. */
	signature?: "foreign" | "none";
};

export type LyingProvider = {
	issuer: string;
	lie: Lie;
	/** Lets the keys be an answer such as a proxy gives. */
	breakKeys(isBroken: boolean): void;
	close(): Promise<void>;
};

const textOf = async (request: IncomingMessage) => {
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
};

/** An identity provider that signs in "ada" without asking, and answers with tokens that are wrong as a test says. */
export async function startLyingProvider(): Promise<LyingProvider> {
	const own = await generateKeyPair("ES256", { extractable: true });
	const foreign = await generateKeyPair("ES256", { extractable: true });
	const keys = [{ ...(await exportJWK(own.publicKey)), kid: "one", alg: "ES256" }];
	const nonces = new Map<string, string>();
	let areKeysBroken = false;
	const state = { lie: {} as Lie };

	const sign = (claims: JWTPayload, key = own.privateKey) =>
		new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "one" }).sign(key);

	async function tokens(code: string) {
		const now = Math.floor(Date.now() / 1000);
		const common = { iss: issuer, sub: "ada", iat: now, exp: now + 600 };
		const { idToken, accessToken, signature } = state.lie;
		const claims = { ...common, aud: CLIENT.id, nonce: nonces.get(code), ...idToken };
		const staff = { role: "FIELD_STAFF", center: "ga-mep" };
		return {
			token_type: "Bearer",
			expires_in: 600,
			access_token: await sign({ ...common, aud: AUDIENCE, ...staff, ...accessToken }),
			id_token:
				signature === "none"
					? new UnsecuredJWT(claims).encode()
					: await sign(claims, signature && foreign.privateKey),
		};
	}

	const server = createServer(async (request, response) => {
		const url = new URL(request.url ?? "", issuer);
		const send = (body: object) => {
			response.setHeader("content-type", "application/json");
			response.end(JSON.stringify(body));
		};
		if (url.pathname === "/jwks")
			return areKeysBroken ? response.writeHead(502).end("<h1>Bad gateway</h1>") : send({ keys });
		if (url.pathname === "/auth") {
			const code = `code-${nonces.size}`;
			nonces.set(code, url.searchParams.get("nonce") ?? "");
			const back = new URL(url.searchParams.get("redirect_uri") ?? "");
			back.searchParams.set("code", code);
			back.searchParams.set("state", url.searchParams.get("state") ?? "");
			return response.writeHead(303, { location: back.href }).end();
		}
		if (url.pathname === "/token")
			return send(await tokens(new URLSearchParams(await textOf(request)).get("code") ?? ""));
		return send({
			issuer,
			authorization_endpoint: `${issuer}/auth`,
			token_endpoint: `${issuer}/token`,
			jwks_uri: `${issuer}/jwks`,
			id_token_signing_alg_values_supported: ["ES256"],
		});
	});
	await new Promise<void>((done) => server.listen(0, "localhost", done));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	return Object.assign(state, {
		issuer,
		breakKeys(isBroken: boolean) {
			areKeysBroken = isBroken;
		},
		close: () =>
			new Promise<void>((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	});
}
