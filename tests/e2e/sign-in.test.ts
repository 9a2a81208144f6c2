import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type HttpClient,
	httpClient,
	signIn,
	signInUntilCallback,
} from "../support/http-client.ts";
import {
	CLIENT,
	type IdentityProvider,
	PEOPLE,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { environmentOf } from "../support/sign-in.ts";
import { type SignInHub, startSignInHub } from "../support/sign-in-hub.ts";

const OWN_PAGE = { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" };
const QUERY = "/graphql?query={word}";

let provider: IdentityProvider;
let hub: SignInHub;
let env: Record<string, string>;
beforeAll(async () => {
	provider = await startIdentityProvider();
	env = environmentOf(provider.issuer);
	hub = await startSignInHub(env);
	provider.serve(hub.url);
});
afterAll(async () => {
	await hub.close();
	await provider.close();
});

async function stateOf(client: HttpClient, url = hub.url) {
	return (await client.request(`${url}/session`, { headers: OWN_PAGE })).json();
}
/** The viewer of a query, or the code of its error. */
async function viewerOf(client: HttpClient, headers: Record<string, string> = {}, url = hub.url) {
	const response = await client.request(url + QUERY, { headers: { ...OWN_PAGE, ...headers } });
	const { data, errors } = await response.json();
	return errors ? `${response.status} ${errors[0].extensions.code}` : JSON.parse(data.word);
}
const signOut = (client: HttpClient) =>
	client.request(`${hub.url}/session/sign-out`, { method: "POST", headers: OWN_PAGE });

describe("signing in", () => {
	it("leads back to where one was, with a cookie that no script and no other site can use", async () => {
		const client = httpClient();
		const back = await signIn(client, hub.url, "ada", "/trace?kinds=TRAINING#flow");
		expect([back.status, back.headers.get("location")]).toEqual([
			303,
			"/trace?kinds=TRAINING#flow",
		]);
		const cookie = back.headers.getSetCookie().find((one) => one.startsWith("hub-session="));
		expect(cookie).toMatch(
			/^hub-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
		);
		const [address = ""] =
			client.received.find((one) => one.startsWith(`${provider.issuer}/auth?`))?.split(" ") ?? [];
		const asked = new URL(address);
		expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
		expect(asked.searchParams.get("response_type")).toBe("code");
		expect(await stateOf(client)).toMatchObject({
			state: "SIGNED_IN",
			viewer: { role: "FIELD_STAFF", center: "ga-mep", subject: "ada", name: "Ada Field" },
		});
		expect([...client.cookiesOf(hub.url).keys()]).toEqual(["hub-session"]);
	});

	it.each(Object.keys(PEOPLE))(
		"makes %s the same viewer as the access token itself does",
		async (person) => {
			const client = httpClient();
			const before = provider.given.length;
			await signIn(client, hub.url, person);
			const [token] = provider.given.slice(before);
			const byCookie = await viewerOf(client);
			expect(byCookie).toEqual({ ...PEOPLE[person]?.claims, subject: person });
			expect(await viewerOf(httpClient(), { authorization: `Bearer ${token}` })).toEqual(byCookie);
		},
	);

	it("says what went wrong: cancelled, no role", async () => {
		const client = httpClient();
		const { url, response } = await client.follow(`${hub.url}/session/sign-in?return=/trace`);
		const cancel = /href="([^"]+\/abort)"/.exec(await response.text())?.[1] ?? "";
		const back = await client.follow(new URL(cancel, url).href, (to) => to === `${hub.url}/trace`);
		expect(back.url).toBe(`${hub.url}/trace`);
		expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "DENIED" });
		expect(await stateOf(client)).not.toHaveProperty("problem");
		await signIn(client, hub.url, "nobody-in-particular");
		expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "NO_ROLE" });
	});

	it("of two tabs at the same time works in both", async () => {
		const client = httpClient();
		const [one, two] = [
			await signInUntilCallback(client, hub.url, "ada", "/one"),
			await signInUntilCallback(client, hub.url, "ada", "/two"),
		];
		expect((await client.request(one)).headers.get("location")).toBe("/one");
		expect((await client.request(two)).headers.get("location")).toBe("/two");
		expect(await viewerOf(client)).toMatchObject({ subject: "ada" });
	});

	it("that is begun over and over does not fill the browser with cookies", async () => {
		const client = httpClient();
		for (let n = 0; n < 20; n++) await client.request(`${hub.url}/session/sign-in`);
		expect(client.cookiesOf(hub.url).size).toBeLessThanOrEqual(5);
	});

	it("has names of cookies over HTTPS that other hosts cannot set, and the base path in its addresses", async () => {
		const secure = await startSignInHub(env, { publicUrl: "https://hub.example/data" });
		const begun = await fetch(`${secure.url}/data/session/sign-in?return=/data/trace`, {
			redirect: "manual",
		});
		expect(begun.headers.getSetCookie()).toEqual([
			expect.stringMatching(
				/^__Host-hub-login-[\w-]{8}=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
			),
		]);
		const asked = new URL(begun.headers.get("location") ?? "");
		expect(asked.searchParams.get("redirect_uri")).toBe(
			"https://hub.example/data/session/callback",
		);
		// A name without the prefix is no session there.
		const headers = { ...OWN_PAGE, cookie: `hub-session=${"x".repeat(43)}` };
		expect(await (await fetch(`${secure.url}/session`, { headers })).json()).toMatchObject({
			state: "PUBLIC",
		});
		await secure.close();
	});
});

describe("a session", () => {
	it("is refreshed before its access token expires: once, however many ask at the same time", async () => {
		provider.setLifetime(11);
		const client = httpClient();
		await signIn(client, hub.url, "ada");
		const second = await startSignInHub(env, {}, hub.dataDir);
		provider.setLifetime(600);
		await wait(2000);
		const before = provider.granted.refresh_token ?? 0;
		const cookie = `hub-session=${client.cookiesOf(hub.url).get("hub-session")}`;
		const viewers = await Promise.all(
			Array.from({ length: 16 }, (_, index) =>
				viewerOf(httpClient(), { cookie }, index % 2 ? hub.url : second.url),
			),
		);
		for (const viewer of viewers) expect(viewer).toMatchObject({ subject: "ada" });
		expect(provider.granted.refresh_token).toBe(before + 1);
		await second.close();
	});

	it("goes on through many rotations of the refresh token", async () => {
		provider.setLifetime(9);
		const client = httpClient();
		await signIn(client, hub.url, "ada");
		const before = provider.granted.refresh_token ?? 0;
		for (let n = 0; n < 5; n++) expect(await viewerOf(client)).toMatchObject({ subject: "ada" });
		expect(provider.granted.refresh_token).toBe(before + 5);
		provider.setLifetime(600);
	});

	it("ends where the provider refuses to refresh, which is told and not passed over", async () => {
		provider.setLifetime(9);
		const client = httpClient();
		await signIn(client, hub.url, "ada");
		provider.setLifetime(600);
		provider.revokeAll();
		expect(await viewerOf(client)).toBe("401 UNAUTHENTICATED");
		expect(await stateOf(client)).toMatchObject({ state: "ENDED" });
	});

	it("outlives a provider that is down", async () => {
		provider.setLifetime(2);
		const client = httpClient();
		await signIn(client, hub.url, "ada");
		provider.setLifetime(600);
		provider.breakDown("failing");
		expect(await viewerOf(client)).toMatchObject({ subject: "ada" });
		await wait(2200);
		expect(await viewerOf(client)).toBe("503 UNAVAILABLE");
		expect(await stateOf(client)).toMatchObject({ state: "UNKNOWN" });
		provider.mend();
		// For a moment the hub does not ask again a provider that did not answer.
		await wait(2100);
		expect(await viewerOf(client)).toMatchObject({ subject: "ada" });
	});

	it("is not ended by a page that forgets one that has ended, unless it has", async () => {
		const client = httpClient();
		await signIn(client, hub.url, "ada");
		const forget = () =>
			client.request(`${hub.url}/session/sign-out?ended`, { method: "POST", headers: OWN_PAGE });
		await forget();
		expect((await stateOf(client)).state).toBe("SIGNED_IN");
		const [cookie] = client.cookiesOf(hub.url) ?? [];
		client.cookiesOf(hub.url)?.set(String(cookie?.[0]), "x".repeat(43));
		expect((await stateOf(client)).state).toBe("ENDED");
		await forget();
		expect((await stateOf(client)).state).toBe("PUBLIC");
	});

	it("is ended by signing out, here and at the provider", async () => {
		const client = httpClient();
		await signIn(client, hub.url, "max");
		const cookie = `hub-session=${client.cookiesOf(hub.url).get("hub-session")}`;
		const { next } = await (await signOut(client)).json();
		const url = new URL(next);
		expect(url.origin).toBe(provider.issuer);
		expect(Object.fromEntries(url.searchParams)).toEqual({
			client_id: CLIENT.id,
			post_logout_redirect_uri: `${hub.url}/`,
		});
		expect(await viewerOf(client)).toEqual({ role: "PUBLIC" });
		// A copy of the cookie opens nothing any more.
		expect(await viewerOf(httpClient(), { cookie })).toBe("401 UNAUTHENTICATED");
		await expect.poll(() => provider.revoked).toBeGreaterThan(0);
	});
});

describe("a provider that is down when the hub starts", () => {
	it("stops nothing but signing in, which says so, and works as soon as it is there", async () => {
		provider.breakDown("silent");
		const late = await startSignInHub(env);
		provider.serve(late.url);
		const client = httpClient();
		expect(await viewerOf(client, {}, late.url)).toEqual({ role: "PUBLIC" });
		const back = await client.request(`${late.url}/session/sign-in?return=/trace`);
		expect([back.status, back.headers.get("location")]).toEqual([303, "/trace"]);
		expect(await stateOf(client, late.url)).toMatchObject({ problem: "PROVIDER_DOWN" });
		expect(late.logged.join()).toContain("the identity provider does not answer");
		provider.mend();
		await signIn(client, late.url, "ada");
		expect(await viewerOf(client, {}, late.url)).toMatchObject({ subject: "ada" });
		provider.serve(hub.url);
		await late.close();
	});
});

it("no token, secret or cookie is in an answer, an address, the log or the database", async () => {
	const client = httpClient();
	await signIn(client, hub.url, "olga");
	await viewerOf(client);
	await stateOf(client);
	await viewerOf(client, { authorization: "Bearer nonsense" });
	const secret = client.cookiesOf(hub.url).get("hub-session") ?? "";
	const own = client.received.filter((one) => one.startsWith(hub.url)).join("\n");
	await signOut(client);
	const files = readdirSync(hub.dataDir).map((name) =>
		readFileSync(join(hub.dataDir, name)).toString("latin1"),
	);
	expect(provider.given.length).toBeGreaterThan(10);
	for (const text of [own, hub.logged.join(""), ...files]) {
		for (const token of [...provider.given, CLIENT.secret, secret])
			expect(text).not.toContain(token);
		expect(text).not.toMatch(/eyJ[\w-]{10,}\.eyJ/);
	}
});
