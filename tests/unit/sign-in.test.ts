import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { nextState, type SessionState } from "../../gateway/console/session/states.ts";
import { beginLogin, idOfState, resumeLogin } from "../../gateway/session/login-attempt.ts";
import { openProvider } from "../../gateway/session/provider.ts";
import { returnAddress } from "../../gateway/session/return-address.ts";
import { requireSameOrigin } from "../../gateway/session/same-origin.ts";
import { readConfig } from "../../shared/config.ts";

describe("the address to return to", () => {
	it("is a path of the hub, with what follows it", () => {
		for (const path of [
			"/",
			"/trace?kinds=TRAINING&from=2018",
			"/centers/ga-mep#facts",
			"/%2F%2Fx",
		])
			expect(returnAddress(path, "")).toBe(path);
		expect(returnAddress("/hub/trace?a=1", "/hub")).toBe("/hub/trace?a=1");
	});

	it("is the first page where another origin is meant, openly or in disguise", () => {
		for (const wrong of [
			...["https://evil.example", "//evil.example", "///evil.example", "\\\\evil.example"],
			...["/\\evil.example", "/.//evil.example", "/x/..//evil.example", "/\t/evil.example"],
			...["/\n/evil.example", "/./\\evil.example", "javascript:alert(1)", "data:text/html,x"],
			...["http:evil.example", " /trace", "", "trace", "/%2e//evil.example", "/..//evil.example"],
			...[undefined, 7, ["/trace", "/x"], `/${"x".repeat(3000)}`],
		]) {
			const address = returnAddress(wrong, "");
			expect([wrong, address]).toEqual([wrong, "/"]);
		}
		expect(returnAddress("/trace", "/hub")).toBe("/hub/");
		expect(returnAddress("/hub/../other", "/hub")).toBe("/hub/");
		expect(returnAddress("/hubbub/", "/hub")).toBe("/hub/");
	});

	it("is not sign-in itself, which would go round in circles", () => {
		expect(returnAddress("/session/sign-in?return=/", "")).toBe("/");
		expect(returnAddress("/hub/session/callback", "/hub")).toBe("/hub/");
	});
});

describe("a login under way", () => {
	it("is resumed with its own state only", () => {
		const { attempt, cookie } = beginLogin("/trace?a=1");
		expect(resumeLogin(cookie, attempt.state)).toEqual(attempt);
		expect(idOfState(attempt.state)).toBe(attempt.id);
		const other = beginLogin("/").attempt;
		for (const state of [other.state, "", `${attempt.state}x`, attempt.state.slice(1)])
			expect(resumeLogin(cookie, state)).toBeUndefined();
		expect(resumeLogin(`x${cookie}`, attempt.state)).toBeUndefined();
	});

	it("uses state, nonce and verifier once, and none follows from another", () => {
		const attempts = Array.from({ length: 100 }, () => beginLogin("/").attempt);
		const all = attempts.flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
		expect(new Set(all).size).toBe(300);
		// RFC 7636: 43 to 128 characters.
		for (const value of all) expect(value).toMatch(/^[\w-]{43}$/);
	});

	it("has no state that could name another cookie", () => {
		for (const state of [
			undefined,
			"",
			["a"],
			"x".repeat(42),
			"x".repeat(44),
			`=${"x".repeat(42)}`,
		])
			expect(idOfState(state)).toBeUndefined();
	});
});

describe("a session's cookie counts", () => {
	const OWN = "https://hub.example";
	const passes = (method: string, headers: Record<string, string>) => {
		try {
			requireSameOrigin({ method, headers } as unknown as FastifyRequest, OWN);
			return true;
		} catch (error) {
			expect(error).toMatchObject({ extensions: { code: "FORBIDDEN", http: { status: 403 } } });
			return false;
		}
	};
	const CUSTOM = { "apollo-require-preflight": "1" };

	it.each([
		["GET", { "sec-fetch-site": "same-origin" }, true],
		["GET", { "sec-fetch-site": "none" }, true],
		["GET", {}, true],
		["GET", { origin: OWN }, true],
		["GET", { "sec-fetch-site": "same-site" }, false],
		["GET", { "sec-fetch-site": "cross-site" }, false],
		["GET", { "sec-fetch-site": "" }, false],
		["GET", { origin: "https://evil.example" }, false],
		["GET", { origin: "null" }, false],
		["POST", { "sec-fetch-site": "same-origin", ...CUSTOM }, true],
		["POST", { origin: OWN, ...CUSTOM }, true],
		["POST", { "sec-fetch-site": "same-origin" }, false],
		["POST", { origin: OWN }, false],
		["POST", CUSTOM, false],
		["POST", { "sec-fetch-site": "none", ...CUSTOM }, false],
		["POST", { "sec-fetch-site": "same-site", ...CUSTOM }, false],
		["POST", { "sec-fetch-site": "cross-site", origin: OWN, ...CUSTOM }, false],
		["POST", { origin: `${OWN}.evil.example`, ...CUSTOM }, false],
		["POST", { origin: "null", ...CUSTOM }, false],
		["DELETE", { "sec-fetch-site": "same-origin" }, false],
	])("in a request that a page of the hub made: %s %o %s", (method, headers, expected) => {
		expect(passes(method, headers as Record<string, string>)).toBe(expected);
	});
});

describe("the configuration of sign-in", () => {
	const ISSUER = {
		HUB_ISSUER: "https://login.example",
		HUB_AUDIENCE: "hub",
		HUB_JWKS_URL: "https://login.example/jwks",
	};
	const OIDC = {
		HUB_OIDC_ISSUER: "https://login.example",
		HUB_OIDC_CLIENT_ID: "throughline",
		HUB_OIDC_CLIENT_SECRET_FILE: "/run/secret",
	};

	it("is read, with its defaults", () => {
		expect(readConfig({}).signIn).toBeUndefined();
		expect(
			readConfig({ ...ISSUER, ...OIDC, HUB_OIDC_PARAMETERS: "resource=https://a=b, x=1" }),
		).toMatchObject({
			sessionHours: 12,
			signIn: {
				issuer: "https://login.example",
				clientId: "throughline",
				clientSecretFile: "/run/secret",
				scopes: "openid profile offline_access",
				parameters: { resource: "https://a=b", x: "1" },
			},
		});
	});

	it("stops the start where half of it is missing, or it is unsafe, and says what and how", () => {
		const { HUB_OIDC_CLIENT_ID: _, ...half } = OIDC;
		const production = { NODE_ENV: "production", HUB_PUBLIC_URL: "https://hub.example" };
		for (const [env, message] of [
			[{ ...ISSUER, ...half }, /HUB_OIDC_CLIENT_ID: is missing; sign-in needs .*, or none of them/],
			[{ ...ISSUER, HUB_OIDC_CLIENT_ID: "x" }, /HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_SECRET_FILE: is/],
			[OIDC, /HUB_ISSUER, HUB_AUDIENCE, .*: is missing; sign-in .* to verify/],
			[{ ...ISSUER, ...OIDC, HUB_OIDC_ISSUER: "http://login.example" }, /must begin with https/],
			[
				{ ...ISSUER, ...OIDC, ...production, HUB_OIDC_ISSUER: "http://localhost:1" },
				/HUB_OIDC_ISSUER: must begin with https/,
			],
			[
				{ ...ISSUER, ...OIDC, ...production, HUB_PUBLIC_URL: "http://hub.example" },
				/HUB_PUBLIC_URL: must/,
			],
			[{ ...ISSUER, ...OIDC, NODE_ENV: "production" }, /HUB_PUBLIC_URL: must be set/],
			[{ ...ISSUER, ...OIDC, HUB_OIDC_SCOPES: "profile" }, /HUB_OIDC_SCOPES: .*openid/],
			[{ ...ISSUER, ...OIDC, HUB_OIDC_PARAMETERS: "resource" }, /"resource" is not name=value/],
			[{ HUB_SESSION_HOURS: "0" }, /HUB_SESSION_HOURS/],
			[{ HUB_OIDC_ISSUER: "login" }, /HUB_OIDC_ISSUER: "login" is not an address/],
		] as const)
			expect(() => readConfig(env), JSON.stringify(env)).toThrow(message);
		expect(readConfig({ ...ISSUER, ...OIDC, ...production }).signIn).toBeDefined();
		const local = { ...ISSUER, ...OIDC, HUB_OIDC_ISSUER: "http://localhost:8080/realm" };
		expect(readConfig(local).signIn?.issuer).toBe("http://localhost:8080/realm");
	});
});

describe("the file with the client's secret", () => {
	it("stops the start where it is missing or empty, and says which", () => {
		const dir = mkdtempSync(join(tmpdir(), "secret-"));
		writeFileSync(join(dir, "empty"), "\n");
		const open = (file: string) => () =>
			openProvider({
				...{ issuer: "https://login.example", clientId: "x", scopes: "openid" },
				...{ parameters: {}, clientSecretFile: join(dir, file) },
			});
		expect(open("missing")).toThrow(
			/HUB_OIDC_CLIENT_SECRET_FILE: .*missing cannot be read \(ENOENT\)/,
		);
		expect(open("empty")).toThrow(/HUB_OIDC_CLIENT_SECRET_FILE: .*empty is empty; expected/);
		expect(open(".")).toThrow(/cannot be read \(EISDIR\)/);
	});
});

describe("what a page knows of the session", () => {
	const ADA = { role: "FIELD_STAFF", subject: "ada", center: "ga-mep" } as const;
	const signedIn = {
		state: "SIGNED_IN",
		viewer: ADA,
		until: "2030-01-01T00:00:00Z",
		now: 0,
	} as const;
	const start: SessionState = { status: "WAITING", generation: 0 };

	it("keeps the page when the session ends, and when the same person signs in again", () => {
		const first = nextState(start, signedIn);
		expect(first).toMatchObject({ status: "SIGNED_IN", viewer: ADA, generation: 0 });
		const ended = nextState(first, { state: "ENDED" });
		expect(ended).toMatchObject({ status: "ENDED", viewer: ADA, generation: 0 });
		expect(nextState(ended, signedIn)).toMatchObject({ status: "SIGNED_IN", generation: 0 });
		expect(nextState(first, { state: "UNKNOWN" })).toMatchObject({ viewer: ADA, generation: 0 });
	});

	it("empties the page when somebody else signs in, with another role, or nobody is any more", () => {
		const first = nextState(start, signedIn);
		for (const other of [
			{ ...ADA, subject: "max" },
			{ ...ADA, center: "oh-mep" },
			{ ...ADA, role: "CENTER_MANAGER" as const },
		])
			expect(nextState(first, { ...signedIn, viewer: other }).generation).toBe(1);
		expect(nextState(first, { state: "PUBLIC" })).toMatchObject({
			status: "PUBLIC",
			generation: 1,
		});
		expect(nextState(first, { state: "PUBLIC" }).viewer).toBeUndefined();
		const ended = nextState(first, { state: "ENDED" });
		expect(nextState(ended, { state: "PUBLIC" }).generation).toBe(1);
	});

	it("says what went wrong until somebody is signed in", () => {
		const denied = nextState(start, { state: "PUBLIC", problem: "DENIED" });
		expect(nextState(denied, { state: "PUBLIC" }).problem).toBe("DENIED");
		expect(nextState(denied, signedIn).problem).toBeUndefined();
	});
});
