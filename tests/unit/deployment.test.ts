import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig, VARIABLES } from "../../shared/config.ts";
import { reachableUrl } from "../../shared/server/listening.ts";
import { ROOT } from "../support/paths.ts";

const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** Bytes of a package, without the packages in it. */
function sizeOf(folder: string): number {
	let bytes = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) bytes += entry.name === "node_modules" ? 0 : sizeOf(path);
		else bytes += lstatSync(path).size;
	}
	return bytes;
}

type Locked = Record<string, { dev?: boolean; devOptional?: boolean; link?: boolean }>;

it("production dependencies are below 250 MB", () => {
	const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: Locked };
	const folders = Object.entries(packages)
		.filter(([path, one]) => path.startsWith("node_modules/") && !one.dev && !one.link)
		// A package of another system is in the lock file, but is not installed.
		.map(([path]) => join(ROOT, path))
		.filter((path) => existsSync(path));
	expect(folders.length).toBeGreaterThan(300);
	const megabytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0) / 1e6;
	expect(megabytes).toBeLessThan(250);
});

describe("compose.yaml", () => {
	const { services, secrets } = parse(textOf("compose.yaml"));

	it("sets variables that the hub has, to values that it accepts in production", () => {
		const known = VARIABLES.map(({ name }) => name);
		const env: Record<string, string> = {};
		for (const [name, value] of Object.entries<string>(services.hub.environment)) {
			if (name === "PGPASSFILE") continue;
			expect(known).toContain(name);
			env[name] = value.replace(/\$\{\w+:-(.*)\}/, "$1").replace(/\$\{.*\}/, "https://a.example");
		}
		expect(readConfig({ NODE_ENV: "production", ...env })).toMatchObject({ production: true });
	});

	it("keeps passwords and keys out of the environment, and gives each secret a file", () => {
		expect(textOf("compose.yaml")).not.toMatch(/PASSWORD: /);
		const used = Object.values<{ secrets: Array<string | { source: string }> }>(services)
			.flatMap((service) => service.secrets)
			.map((secret) => (typeof secret === "string" ? secret : secret.source));
		expect(used.sort()).toEqual(Object.keys(secrets).sort());
	});
});

it("the image runs as a user of its own what a release has, with a health check", () => {
	const last =
		textOf("Dockerfile")
			.split(/^FROM /m)
			.at(-1) ?? "";
	expect(last).toMatch(/^USER hub$/m);
	expect(last).toMatch(/^HEALTHCHECK /m);
	expect(last.replace(/^#.*/gm, "")).not.toMatch(/npm|make|g\+\+|python/);
	for (const [, module = ""] of last.matchAll(/"(gateway\/[\w/-]+)\.js"/g))
		expect([module, existsSync(join(ROOT, `${module}.ts`))]).toEqual([module, true]);
});

it("the service of systemd checks the configuration first, and its user can write its folder only", () => {
	const unit = textOf("docs/deployment/throughline.service");
	expect(unit).toMatch(/^ExecStartPre=.* check-config$/m);
	expect(unit).toMatch(/^ProtectSystem=strict$/m);
	const [, dir] = /HUB_DATA_DIR=(\S+)/.exec(unit) ?? [];
	const [, state] = /^StateDirectory=(\S+)$/m.exec(unit) ?? [];
	expect(dir).toBe(`/var/lib/${state}`);
	// Without it a hub that listens on every address ends at once: os.networkInterfaces() throws.
	expect(unit).toMatch(/^RestrictAddressFamilies=.*\bAF_NETLINK\b/m);
});

describe("an address of IPv6", () => {
	it("is accepted with brackets and without, and what is no address is not", () => {
		for (const [value, host] of [
			["::", "::"],
			["[::1]", "::1"],
			["fe80::1", "fe80::1"],
			["localhost", "localhost"],
			["hub.internal", "hub.internal"],
		] as const)
			expect(readConfig({ HUB_HOST: value }).http.host).toBe(host);
		for (const value of ["http://[::1]", "::1::2", "a b", "127.0.0.1:4000", "[]"])
			expect(() => readConfig({ HUB_HOST: value }), value).toThrow(/HUB_HOST: ".*" is not an addr/);
	});

	it("is written in URLs so that this machine reaches it", () => {
		expect(reachableUrl("http://[::]:4000")).toBe("http://[::1]:4000");
		expect(reachableUrl("http://[::1]:4000")).toBe("http://[::1]:4000");
		expect(reachableUrl("http://0.0.0.0:4000")).toBe("http://127.0.0.1:4000");
	});
});
