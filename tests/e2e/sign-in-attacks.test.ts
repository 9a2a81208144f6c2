// Over 300 lines: one identity provider and one hub for all attacks on a session.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type HttpClient,
	httpClient,
	signIn,
	signInUntilCallback,
} from "../support/http-client.ts";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { type Lie, type LyingProvider, startLyingProvider } from "../support/lying-provider.ts";
import { environmentOf } from "../support/sign-in.ts";
import { type SignInHub, startSignInHub } from "../support/sign-in-hub.ts";

const OWN_PAGE = { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" };
const JSON_TYPE = { "content-type": "application/json" };

let provider: IdentityProvider;
let hub: SignInHub;
beforeAll(async () => {
	provider = await startIdentityProvider();
	const listed = { corsOrigins: ["*", "https://console.example"] };
	hub = await startSignInHub(environmentOf(provider.issuer), listed);
	provider.serve(hub.url);
});
afterAll(async () => {
	await hub.close();
	await provider.close();
});

type Headers = Record<string, string>;
async function stateOf(client: HttpClient, url = hub.url) {
	return (await client.request(`${url}/session`, { headers: OWN_PAGE })).json();
}
const cookieOf = (client: HttpClient) =>
	`hub-session=${client.cookiesOf(hub.url).get("hub-session")}`;
async function signedIn(person = "ada") {
	const client = httpClient();
	await signIn(client, hub.url, person);
	return { client, cookie: cookieOf(client) };
}
async function ask(cookie: string, headers: Headers = OWN_PAGE) {
	const response = await fetch(`${hub.url}/graphql?query={word}`, {
		headers: { cookie, ...headers },
	});
	const { data, errors } = await response.json();
	return errors ? `${response.status} ${errors[0].extensions.code}` : JSON.parse(data.word).subject;
}
const change = (
	cookie: string,
	headers: Headers,
	body = '{"query":"mutation { say(word: \\"x\\") }"}',
) => fetch(`${hub.url}/graphql`, { method: "POST", headers: { cookie, ...headers }, body });

describe("login CSRF: somebody else's sign-in does not end in this browser", () => {
	it("without the cookie of the browser that began it", async () => {
		const attacker = httpClient();
		const callback = await signInUntilCallback(attacker, hub.url, "max");
		const victim = httpClient();
		const back = await victim.request(callback);
		expect([back.status, back.headers.get("location")]).toEqual([303, "/"]);
		expect(victim.cookiesOf(hub.url).has("hub-session")).toBe(false);
		expect(await stateOf(victim)).toMatchObject({ state: "PUBLIC", problem: "NOT_BEGUN_HERE" });
		// The code was not even sent to the provider: the one who began can still use it.
		await attacker.request(callback);
		expect(await stateOf(attacker)).toMatchObject({ viewer: { subject: "max" } });
	});

	it("nor with a code of another sign-in under the victim's own state", async () => {
		const attacker = httpClient();
		const foreign = new URL(await signInUntilCallback(attacker, hub.url, "max"));
		const victim = httpClient();
		const own = new URL(await signInUntilCallback(victim, hub.url, "ada"));
		own.searchParams.set("code", foreign.searchParams.get("code") ?? "");
		await victim.request(own.href);
		expect(victim.cookiesOf(hub.url).has("hub-session")).toBe(false);
		expect(await stateOf(victim)).toMatchObject({ state: "PUBLIC", problem: "FAILED" });
	});

	it("nor with a state that is missing, wrong, doubled, or of another login of the same browser", async () => {
		const client = httpClient();
		const one = new URL(await signInUntilCallback(client, hub.url, "ada"));
		const two = new URL(await signInUntilCallback(client, hub.url, "ada"));
		const right = one.searchParams.get("state") ?? "";
		const id = right.slice(0, 8);
		for (const state of [undefined, "", right.slice(1), `${id}${"x".repeat(35)}`, `${right}x`]) {
			const url = new URL(one);
			url.searchParams.delete("state");
			if (state !== undefined) url.searchParams.set("state", state);
			await client.request(url.href);
			expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "NOT_BEGUN_HERE" });
		}
		const doubled = new URL(one);
		doubled.searchParams.append("state", two.searchParams.get("state") ?? "");
		await client.request(doubled.href);
		expect(await stateOf(client)).toMatchObject({ problem: "NOT_BEGUN_HERE" });
	});

	it("nor with an answer of another provider (mix-up)", async () => {
		const client = httpClient();
		const callback = new URL(await signInUntilCallback(client, hub.url, "ada"));
		callback.searchParams.set("iss", "https://evil.example");
		await client.request(callback.href);
		expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "FAILED" });
	});
});

describe("a callback", () => {
	it("works once: its cookie is gone, and its code used", async () => {
		const client = httpClient();
		const callback = await signInUntilCallback(client, hub.url, "ada");
		const login = [...client.cookiesOf(hub.url)].find(([name]) => name.startsWith("hub-login-"));
		await client.request(callback);
		client.cookiesOf(hub.url).delete("hub-session");
		await client.request(callback);
		expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "NOT_BEGUN_HERE" });
		// Also where somebody kept the cookie.
		client.cookiesOf(hub.url).set(...(login as [string, string]));
		await client.request(callback);
		expect(await stateOf(client)).toMatchObject({ state: "PUBLIC", problem: "FAILED" });
	});

	it("leads to no other site, whatever the cookie or the address says", async () => {
		for (const to of [
			"//evil.example",
			"https://evil.example/",
			"/.//evil.example",
			"/\\evil.example",
		]) {
			const client = httpClient();
			const back = await signIn(client, hub.url, "ada", to);
			expect(back.headers.get("location")).toBe("/");
		}
		const client = httpClient();
		const callback = await signInUntilCallback(client, hub.url, "ada");
		const [name, value = ""] = [...client.cookiesOf(hub.url)][0] ?? ["", ""];
		const evil = Buffer.from("https://evil.example/").toString("base64url");
		client.cookiesOf(hub.url).set(name, `${value.split(".")[0]}.${evil}`);
		expect((await client.request(callback)).headers.get("location")).toBe("/");
	});
});

describe("fixation", () => {
	it("a cookie planted before signing in is not the session after it", async () => {
		const attacker = await signedIn("max");
		const victim = httpClient();
		const planted = attacker.client.cookiesOf(hub.url).get("hub-session") ?? "";
		const callback = await signInUntilCallback(victim, hub.url, "ada");
		victim.cookiesOf(hub.url).set("hub-session", planted);
		await victim.request(callback);
		expect(victim.cookiesOf(hub.url).get("hub-session")).not.toBe(planted);
		expect(await ask(cookieOf(victim))).toBe("ada");
		expect(await ask(`hub-session=${planted}`)).toBe("401 UNAUTHENTICATED");
	});

	it("a cookie that was invented opens nothing and stays invented", async () => {
		const victim = httpClient();
		const callback = await signInUntilCallback(victim, hub.url, "ada");
		victim.cookiesOf(hub.url).set("hub-session", "x".repeat(43));
		await victim.request(callback);
		expect(await ask(`hub-session=${"x".repeat(43)}`)).toBe("401 UNAUTHENTICATED");
	});
});

describe("cookies that were tampered with, or are of another hub", () => {
	it("are no session, and never the public's", async () => {
		const { client } = await signedIn();
		const secret = client.cookiesOf(hub.url).get("hub-session") ?? "";
		const other = await startSignInHub(environmentOf(provider.issuer));
		const foreign = httpClient();
		provider.serve(other.url);
		await signIn(foreign, other.url, "ada");
		provider.serve(hub.url);
		const login = (await signInUntilCallback(httpClient(), hub.url, "ada")).slice(0, 43);
		for (const value of [
			`${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`,
			`${secret}${secret}`,
			secret.toLowerCase(),
			foreign.cookiesOf(other.url).get("hub-session"),
			provider.given[0],
			encodeURIComponent(login),
			"%00",
			"../../etc/passwd",
			"'; DROP TABLE sessions; --",
			"x".repeat(7000),
		])
			expect([value, await ask(`hub-session=${value}`)]).toEqual([value, "401 UNAUTHENTICATED"]);
		await other.close();
		// Two of one name: whichever counts, it is one or none, never a mixture.
		expect(["ada", "401 UNAUTHENTICATED"]).toContain(
			await ask(`hub-session=${"x".repeat(43)}; hub-session=${secret}`),
		);
	});
});

describe("cross-site requests with the cookie", () => {
	const CROSS: Array<[string, Headers]> = [
		["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
		["a subdomain", { "sec-fetch-site": "same-site", origin: "https://sub.hub.example" }],
		["a listed origin", { "sec-fetch-site": "same-site", origin: "https://console.example" }],
		["a frame without an origin", { "sec-fetch-site": "cross-site", origin: "null" }],
		["an old browser", { origin: "https://evil.example" }],
		["a browser that says nothing", {}],
	];

	it.each(CROSS)("change nothing from %s", async (_, headers) => {
		const { cookie } = await signedIn();
		for (const name of ["x-nothing", "apollo-require-preflight", "x-apollo-operation-name"]) {
			const more = { [name]: "1" };
			const response = await change(cookie, { ...JSON_TYPE, ...headers, ...more });
			expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([
				403,
				"FORBIDDEN",
			]);
		}
		const out = await fetch(`${hub.url}/session/sign-out`, {
			method: "POST",
			headers: { cookie, ...headers, "apollo-require-preflight": "1" },
		});
		expect(out.status).toBe(403);
		expect(await ask(cookie)).toBe("ada");
	});

	it.each(CROSS.slice(0, 5))("read nothing from %s", async (_, headers) => {
		const { cookie } = await signedIn();
		for (const name of ["x-nothing", "apollo-require-preflight"])
			expect(await ask(cookie, { ...headers, [name]: "1" })).toBe("403 FORBIDDEN");
		const session = await fetch(`${hub.url}/session`, { headers: { cookie, ...headers } });
		expect(session.status).toBe(403);
		const file = await fetch(`${hub.url}/trace.csv`, { headers: { cookie, ...headers } });
		expect(file.status).toBe(403);
		expect(await session.text()).not.toContain("ada");
	});

	it("change nothing as a form, nor as a GET", async () => {
		const { cookie } = await signedIn();
		for (const type of [
			...["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"],
		]) {
			const headers = { "content-type": type, "sec-fetch-site": "cross-site" };
			expect([403, 415]).toContain((await change(cookie, headers)).status);
		}
		const mutation = encodeURIComponent('mutation { say(word: "x") }');
		const got = await fetch(`${hub.url}/graphql?query=${mutation}`, {
			headers: { cookie, ...OWN_PAGE },
		});
		expect(got.status).toBe(405);
	});

	it("change nothing from the hub's own origin without the header that a form cannot send", async () => {
		const { cookie } = await signedIn();
		const site = { "sec-fetch-site": "same-origin" };
		expect((await change(cookie, { ...JSON_TYPE, ...site })).status).toBe(403);
		const own = await change(cookie, { ...JSON_TYPE, ...OWN_PAGE });
		expect(JSON.parse((await own.json()).data.say)).toMatchObject({ subject: "ada" });
		expect((await fetch(`${hub.url}/session/sign-out`)).status).toBe(405);
	});

	it("may not send the cookie by the rules for other origins, nor read an answer", async () => {
		for (const path of ["/session", "/session/sign-out", "/session/sign-in"]) {
			const preflight = await fetch(hub.url + path, {
				method: "OPTIONS",
				headers: {
					origin: "https://evil.example",
					"access-control-request-method": "POST",
					"access-control-request-headers": "apollo-require-preflight",
				},
			});
			expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
		}
		const { headers } = await fetch(`${hub.url}/session`);
		expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
		expect(headers.get("cache-control")).toBe("no-store");
	});
});

describe("a token in the header and a session in the cookie", () => {
	it("are never mixed: the header counts, right or wrong", async () => {
		const before = provider.given.length;
		const { cookie } = await signedIn("ada");
		await signedIn("olga");
		const bearer = `Bearer ${provider.given.slice(before).filter((one) => one.includes("."))[2]}`;
		expect(await ask(cookie, { ...OWN_PAGE, authorization: bearer })).toBe("olga");
		for (const wrong of ["Bearer nonsense", "Basic YTpi", "Bearer"])
			expect(await ask(cookie, { ...OWN_PAGE, authorization: wrong })).toBe("401 UNAUTHENTICATED");
		// The cookie does not matter then, so neither does where the request comes from.
		const cross = { authorization: bearer, "sec-fetch-site": "cross-site" };
		expect(await ask(cookie, cross)).toBe("olga");
	});
});

describe("answers for a session", () => {
	it("are kept by nobody, also where the same for the public may be", async () => {
		const path = `${hub.url}/graphql?query={word}`;
		const open = await fetch(path);
		expect(open.headers.get("cache-control")).toMatch(/^public, max-age=60/);
		const etag = open.headers.get("etag") ?? "";
		const { cookie } = await signedIn();
		for (const name of ["x-nothing", "if-none-match"]) {
			const own = await fetch(path, { headers: { cookie, ...OWN_PAGE, [name]: etag } });
			expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
			expect(own.headers.get("etag")).toBeNull();
		}
	});

	it("reach no other session and not the public, however many ask at once", async () => {
		const people = ["ada", "max", "olga", "pat"];
		const cookies = await Promise.all(people.map(async (one) => (await signedIn(one)).cookie));
		const asked = Array.from({ length: 100 }, (_, n) => n % 5);
		const answers = await Promise.all(
			asked.map((n) => (n === 4 ? ask("theme=dark") : ask(cookies[n] ?? ""))),
		);
		expect(answers).toEqual(asked.map((n) => people[n]));
	});
});

describe("a provider that answers with wrong tokens", () => {
	let liar: LyingProvider;
	let misled: SignInHub;
	beforeAll(async () => {
		liar = await startLyingProvider();
		misled = await startSignInHub(environmentOf(liar.issuer));
	});
	afterAll(async () => {
		await misled.close();
		await liar.close();
	});

	async function tryWith(lie: Lie) {
		liar.lie = lie;
		const client = httpClient();
		await client.request(await signInUntilCallback(client, misled.url, "ada"));
		return stateOf(client, misled.url);
	}

	it("signs in nobody but the person who signed in", async () => {
		expect(await tryWith({})).toMatchObject({ state: "SIGNED_IN", viewer: { subject: "ada" } });
		const lies: Array<[Lie, string]> = [
			[{ accessToken: { sub: "olga", role: "PROGRAM_OFFICE" } }, "FAILED"],
			[{ idToken: { sub: "olga" } }, "FAILED"],
			[{ idToken: { nonce: "another" } }, "FAILED"],
			[{ idToken: { nonce: undefined } }, "FAILED"],
			[{ idToken: { aud: "another-client" } }, "FAILED"],
			[{ idToken: { iss: "https://evil.example" } }, "FAILED"],
			[{ idToken: { exp: 1_000_000_000 } }, "FAILED"],
			[{ signature: "foreign" }, "FAILED"],
			[{ signature: "none" }, "FAILED"],
			[{ accessToken: { aud: "another-api" } }, "NO_ROLE"],
			[{ accessToken: { iss: "https://evil.example" } }, "NO_ROLE"],
			[{ accessToken: { role: "KING" } }, "NO_ROLE"],
		];
		for (const [lie, problem] of lies)
			expect([lie, await tryWith(lie)]).toMatchObject([lie, { state: "PUBLIC", problem }]);
	});

	it("whose keys are not to be had ends no session", async () => {
		liar.lie = {};
		const client = httpClient();
		await client.request(await signInUntilCallback(client, misled.url, "ada"));
		// A hub that has not read the keys yet.
		const late = await startSignInHub(environmentOf(liar.issuer), {}, misled.dataDir);
		liar.breakKeys(true);
		const cookie = `hub-session=${client.cookiesOf(misled.url).get("hub-session")}`;
		const headers = { cookie, ...OWN_PAGE };
		expect((await fetch(`${late.url}/graphql?query={word}`, { headers })).status).toBe(503);
		expect(await (await fetch(`${late.url}/session`, { headers })).json()).toMatchObject({
			state: "UNKNOWN",
		});
		liar.breakKeys(false);
		expect(await stateOf(client, misled.url)).toMatchObject({ state: "SIGNED_IN" });
		await late.close();
	});
});
