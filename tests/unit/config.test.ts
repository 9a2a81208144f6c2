import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../../shared/config.ts";
import { DEFAULT_LIMITS, limitVariables } from "../../shared/limits/limits.ts";

it("has defaults that need no environment", () => {
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

it("names each wrong variable", () => {
	expect(() => readConfig({ PORT: "http", HUB_SUBGRAPH_URLS: "mep" })).toThrow(
		/PORT: .*HUB_SUBGRAPH_URLS: "mep" is not name=http/,
	);
});

describe("bounds", () => {
	const table = readFileSync("docs/bounds.md", "utf8");
	const rows = new Map(
		[...table.matchAll(/^\| `(HUB_\w+)` \| (.*?) \|/gm)].map(([, name, preset]) => [name, preset]),
	);

	it("are all in the documentation, with their defaults", () => {
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

	it("of roles are one number, or a few by name; a wrong one says what is expected", () => {
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
