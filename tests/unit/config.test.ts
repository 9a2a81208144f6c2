import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig, VARIABLES } from "../../shared/config.ts";
import { DEFAULT_LIMITS, limitVariables } from "../../shared/limits/limits.ts";
import { FLOORS } from "../../subgraphs/engagements/suppression/system.ts";
import { ROOT } from "../support/paths.ts";

it("has defaults without any environment variables", () => {
	expect(readConfig({})).toMatchObject({ port: 4000, subgraphTimeoutMs: 10_000, logLevel: "info" });
});

it("reads subgraph addresses", () => {
	const { subgraphUrls } = readConfig({
		HUB_SUBGRAPH_URLS:
			"mep=http://127.0.0.1:4001/graphql, institutes=http://127.0.0.1:4002/graphql",
	});
	expect(subgraphUrls).toEqual({
		mep: "http://127.0.0.1:4001/graphql",
		institutes: "http://127.0.0.1:4002/graphql",
	});
});

it("reports each invalid variable", () => {
	expect(() => readConfig({ PORT: "http", HUB_SUBGRAPH_URLS: "mep" })).toThrow(
		/PORT: .*HUB_SUBGRAPH_URLS: "mep" is not name=http/s,
	);
});

it("listens on loopback in development, and on all addresses in production", () => {
	const local = {
		host: "127.0.0.1",
		trustedProxies: [],
		corsOrigins: ["*"],
		cacheSeconds: 31_536_000,
	};
	expect(readConfig({}).http).toEqual(local);
	expect(readConfig({ NODE_ENV: "production" }).http.host).toBe("0.0.0.0");
	expect(readConfig({ NODE_ENV: "production", HUB_HOST: "10.1.2.3" }).http.host).toBe("10.1.2.3");
});

it("reads addresses, networks and origins, and reports invalid ones", () => {
	const env = {
		HUB_PUBLIC_URL: "https://data.example.org/hub/",
		HUB_TRUSTED_PROXIES: "loopback, 10.0.0.0/8, ::1",
		HUB_CORS_ORIGINS: "*, https://console.example.org",
		HUB_CACHE_SECONDS: "0",
	};
	expect(readConfig(env).http).toMatchObject({
		publicUrl: "https://data.example.org/hub",
		trustedProxies: ["loopback", "10.0.0.0/8", "::1"],
		corsOrigins: ["*", "https://console.example.org"],
		cacheSeconds: 0,
	});
	expect(readConfig({ HUB_CORS_ORIGINS: "" }).http.corsOrigins).toEqual([]);
	for (const [name, value] of [
		["HUB_PUBLIC_URL", "data.example.org"],
		["HUB_PUBLIC_URL", "https://data.example.org/?a=b"],
		["HUB_PUBLIC_URL", "ftp://data.example.org"],
		["HUB_TRUSTED_PROXIES", "10.0.0.0/99"],
		["HUB_TRUSTED_PROXIES", "everybody"],
		["HUB_CORS_ORIGINS", "https://console.example.org/"],
		["HUB_CORS_ORIGINS", "null"],
		["HUB_CACHE_SECONDS", "-1"],
	] as const)
		expect(() => readConfig({ [name]: value }), `${name}=${value}`).toThrow(`${name}`);
});

it("rules of releases may be stricter than their floors, which are the engine's, but not weaker", () => {
	expect(readConfig({}).releases).toEqual({
		rules: { minContributors: 4, minMoneyContributors: 5, maxShare: 0.8, priorPercent: 10 },
		schedule: undefined,
	});
	const floors = {
		HUB_RELEASE_MIN_CONTRIBUTORS: String(FLOORS.minContributors),
		HUB_RELEASE_MIN_MONEY_CONTRIBUTORS: String(FLOORS.minMoneyContributors),
		HUB_RELEASE_MAX_SHARE_PERCENT: String(FLOORS.maxShare * 100),
		HUB_RELEASE_PRIOR_PERCENT: String(FLOORS.priorPercent),
	};
	expect(readConfig(floors).releases.rules).toEqual(FLOORS);
	for (const [name, value] of Object.entries(floors)) {
		const weaker = Number(value) + (name.includes("MAX_SHARE") ? 1 : -1);
		expect(() => readConfig({ [name]: String(weaker) })).toThrow(
			new RegExp(`${name}: must be at (least|most) ${value}: `),
		);
	}
	for (const [name, value] of [
		["HUB_RELEASE_MIN_CONTRIBUTORS", "3.5"],
		["HUB_RELEASE_MIN_CONTRIBUTORS", "few"],
		["HUB_RELEASE_MAX_SHARE_PERCENT", "0"],
		["HUB_RELEASE_SCHEDULE", "every month"],
	] as const)
		expect(() => readConfig({ [name]: value }), `${name}=${value}`).toThrow(`${name}: `);
	expect(readConfig({ HUB_RELEASE_SCHEDULE: "0 6 15 * *" }).releases.schedule).toBe("0 6 15 * *");
});

it("gives the sandbox a port of its own, unless one is set", () => {
	expect(readConfig({}).sandbox.port).toBe(4001);
	expect(readConfig({ PORT: "5000" }).sandbox.port).toBe(5000);
});

it("docs/configuration.md has every variable with its default", () => {
	const text = readFileSync(join(ROOT, "docs/configuration.md"), "utf8");
	const rows = [...text.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, name, value]) => [
		name,
		value,
	]);
	expect(rows.map(([name]) => name).sort()).toEqual(VARIABLES.map(({ name }) => name).sort());
	for (const { name, default: value } of VARIABLES) {
		if (name === "HUB_HOST") continue;
		const told = rows.find(([row]) => row === name)?.[1]?.replaceAll("`", "") ?? "";
		const isNone = value === undefined || (Array.isArray(value) && value.length === 0);
		if (isNone) expect([name, told]).toEqual([name, "none"]);
		else if (typeof value === "object" && !Array.isArray(value))
			for (const number of Object.values(value as object))
				expect([name, told.split(/\D+/)]).toEqual([name, expect.arrayContaining([String(number)])]);
		else if (name === "HUB_DATA_DIR") expect(told).toBe("data");
		else if (name === "HUB_SANDBOX_DIR") expect(told).toBe("data-sandbox");
		else expect([name, told]).toEqual([name, String(value)]);
	}
});

describe("limits", () => {
	const table = readFileSync("docs/bounds.md", "utf8");
	const rows = new Map(
		[...table.matchAll(/^\| `(HUB_\w+)` \| (.*?) \|/gm)].map(([, name, preset]) => [name, preset]),
	);

	it("are all documented, with their defaults", () => {
		expect([...rows.keys()]).toEqual(Object.keys(limitVariables));
		const presets = z.object(limitVariables).parse({});
		for (const [name, value] of Object.entries(presets)) {
			const told = rows.get(name) ?? "";
			if (typeof value === "number") expect([name, told]).toEqual([name, String(value)]);
			else if (name === "HUB_RATE_EXEMPT") expect(told).toBe(String(value));
			else if (Array.isArray(value) || value === undefined)
				expect([name, told]).toEqual([name, "none"]);
			else
				for (const number of Object.values(value))
					expect([name, told.split(/\D+/)]).toEqual([
						name,
						expect.arrayContaining([String(number)]),
					]);
		}
	});

	it("by role are one number, or several by name; an invalid one reports the expected format", () => {
		const costs = (text: string) => readConfig({ HUB_MAX_COST: text }).limits.cost;
		expect(costs("")).toEqual(DEFAULT_LIMITS.cost);
		expect(new Set(Object.values(costs("70000")))).toEqual(new Set([70_000]));
		expect(costs("PUBLIC=1, PARTNER=2")).toEqual({ ...DEFAULT_LIMITS.cost, PUBLIC: 1, PARTNER: 2 });
		for (const wrong of ["many", "NOBODY=3", "PUBLIC=", "PUBLIC=-1", "PUBLIC=1.5"])
			expect(() => costs(wrong)).toThrow(
				`HUB_MAX_COST: "${wrong}" is not a whole number, or ROLE=number with one of PUBLIC, FIELD_STAFF`,
			);
		expect(readConfig({ HUB_TRUSTED_ONLY: "PUBLIC,PARTNER" }).limits.trustedOnly).toEqual([
			"PUBLIC",
			"PARTNER",
		]);
		expect(() => readConfig({ HUB_TRUSTED_ONLY: "ALL" })).toThrow(
			/HUB_TRUSTED_ONLY: "ALL" is not one/,
		);
	});
});
