import { describe, expect, it } from "vitest";
import { inspectConfig, readConfig } from "../../shared/config.ts";

const faultsOf = (env: Record<string, string>) =>
	inspectConfig(env).faults.map(({ names, text }) => `${names}: ${text}`);

describe("a wrong value", () => {
	it("is told with the name of the variable, what it was and what is allowed", () => {
		for (const [name, value, told] of [
			["PORT", "http", 'was "http"; expected a whole number from 0 to 65535'],
			["PORT", "70000", 'was "70000"; expected a whole number from 0 to 65535'],
			["PORT", "4000.5", 'was "4000.5"; expected a whole number from 0 to 65535'],
			["PORT", "0x10", 'was "0x10"; expected a whole number from 0 to 65535'],
			["HUB_MAX_DEPTH", "0", 'was "0"; expected a whole number of at least 1'],
			["HUB_SESSION_HOURS", "a day", 'was "a day"; expected a whole number from 1 to 720'],
			["LOG_LEVEL", "loud", /was "loud"; expected one of fatal, error, .*silent/],
			["NODE_ENV", "prod", 'was "prod"; expected one of production, development, test'],
			["HUB_JWKS_FILE", "", 'was ""; expected a text that is not empty'],
			["HUB_DATA_LICENSE", "MIT", '"MIT" is not an address such as https://spdx.org/licenses/MIT'],
			["HUB_PUBLIC_URL", "data.example.org", /^HUB_PUBLIC_URL: "data.example.org" is not an addr/],
			["HUB_RATE_EXEMPT", "10.0.0.0/99", '"10.0.0.0/99" is not a network such as 10.0.0.0/8'],
			["HUB_MAX_COST", "PUBLIC=x", /"PUBLIC=x" is not a whole number, or ROLE=number/],
			["HUB_RELEASE_MIN_CONTRIBUTORS", "2", /must be at least 3: .* \(was "2"\)$/],
		] as const) {
			const [fault, ...others] = faultsOf({ [name]: value });
			expect([name, others]).toEqual([name, []]);
			expect(fault).toMatch(typeof told === "string" ? `${name}: ${told}` : told);
		}
	});

	it("of a number is none where it is empty: it would be taken for 0", () => {
		expect(faultsOf({ HUB_CACHE_SECONDS: "", PORT: " " })).toEqual([
			'PORT: was " "; expected a whole number from 0 to 65535; without it, 4000 is used',
			'HUB_CACHE_SECONDS: was ""; expected a whole number from 0 to 31536000; without it, 31536000 is used',
		]);
	});

	it("is shown without secrets", () => {
		const env = {
			HUB_INTERNAL_SECRET: "swordfish-1",
			HUB_INTERNAL_SECRET_ALSO: "swordfish-2",
			HUB_DATABASE_URL: "mysql://hub:swordfish-3@db/hub",
			HUB_SUBGRAPH_URLS: "mep=http//x,//hub:swordfish-4@db",
			HUB_PUBLIC_URL: "ftp://hub:swordfish-5@db",
			HUB_INTERNAL_SECRT: "swordfish-6",
		};
		const told = faultsOf(env);
		expect(told).toHaveLength(7);
		expect(told.join("\n")).not.toContain("swordfish");
		expect(told).toContain(
			"HUB_INTERNAL_SECRET: is shorter than 32 characters (its value is not shown)",
		);
		expect(told).toContain(
			"HUB_DATABASE_URL: is not an address such as postgres://user@host:5432/hub (its value is not shown)",
		);
	});
});

it("everything that is wrong is told at once, what is missing because it is wrong only once", () => {
	expect(
		faultsOf({
			PORT: "-1",
			HUB_AUDIENCE: "hub",
			HUB_JWKS_URL: "not an address",
			HUB_OIDC_CLIENT_ID: "throughline",
			HUB_INTERNAL_SECRET_ALSO: "x".repeat(32),
		}).map((fault) => fault.split(": ")[0]),
	).toEqual([
		...["PORT", "HUB_JWKS_URL"],
		"HUB_INTERNAL_SECRET_ALSO",
		"HUB_OIDC_ISSUER, HUB_OIDC_CLIENT_SECRET_FILE",
	]);
	expect(() => readConfig({ PORT: "-1", LOG_LEVEL: "loud" })).toThrow(
		/^Configuration is wrong in 2 places:\n {2}PORT: .*\n {2}LOG_LEVEL: .*$/,
	);
	const both = { HUB_INTERNAL_SECRET: "x".repeat(32), HUB_INTERNAL_SECRET_ALSO: "x".repeat(32) };
	expect(faultsOf(both)).toEqual([expect.stringMatching(/ALSO: is the same as HUB_INTERNAL_/)]);
	const issuer = { HUB_ISSUER: "i", HUB_AUDIENCE: "a", HUB_JWKS_FILE: "f" };
	expect(faultsOf({ ...issuer, HUB_JWKS_URL: "https://i.example" })).toEqual([
		expect.stringMatching(/^HUB_JWKS_URL, HUB_JWKS_FILE: are both set/),
	]);
});

describe("a variable that begins with HUB_ and is none of the hub's", () => {
	it("is told with the nearest one", () => {
		expect(faultsOf({ HUB_DATABSE_URL: "postgres://db/hub" })).toEqual([
			"HUB_DATABSE_URL: is not a variable of the hub; did you mean HUB_DATABASE_URL? All are in docs/configuration.md",
		]);
	});

	it("is accepted where Kubernetes or Docker set it for a service, or a partner's server reads it", () => {
		expect(
			faultsOf({
				HUB_PORT: "tcp://10.0.0.1:4000",
				HUB_PORT_4000_TCP: "tcp://10.0.0.1:4000",
				HUB_PORT_4000_TCP_ADDR: "10.0.0.1",
				HUB_SERVICE_HOST: "10.0.0.1",
				HUB_SERVICE_PORT_HTTP: "4000",
				HUB_POSTGRES_SERVICE_HOST: "10.0.0.2",
				HUB_POSTGRES_PORT_5432_TCP_PROTO: "tcp",
				HUB_KEYS_URL: "http://127.0.0.1:4000/keys",
			}),
		).toEqual([]);
	});
});
