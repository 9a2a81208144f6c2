import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hubCommand } from "../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "config-"));
const fileOf = (name: string, text: string) => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};

it("check-config tells everything that is wrong at once, and no secret", async () => {
	const { code, stdout, stderr } = await hubCommand(["check-config"], {
		NODE_ENV: "production",
		PORT: "http",
		HUB_DATABSE_URL: "postgres://hub:swordfish@db/hub",
		HUB_INTERNAL_SECRET: "swordfish",
		HUB_TRUSTED_OPERATIONS: fileOf("operations.json", "[1"),
		HUB_SIGNING_KEY_FILE: fileOf("key.json", "{}"),
		HUB_DATA_DIR: fileOf("a-file", ""),
	});
	expect([code, stdout]).toEqual([1, ""]);
	const [head, ...lines] = stderr.trim().split("\n");
	expect(head).toBe("Configuration is wrong in 7 places:");
	expect(lines.map((line) => line.trim().split(": ")[0])).toEqual([
		...["PORT", "HUB_INTERNAL_SECRET", "HUB_DATABSE_URL"],
		"HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE",
		...["HUB_DATA_DIR", "HUB_SIGNING_KEY_FILE", "HUB_TRUSTED_OPERATIONS"],
	]);
	expect(stderr).not.toContain("swordfish");
	// The start tells the same of what it reads first, and starts nothing.
	const start = await hubCommand(["start"], { NODE_ENV: "production", HUB_DATA_DIR: folder });
	expect(start.stderr).toMatch(
		/2 places:\n {2}HUB_ISSUER.*are missing.*\n {2}HUB_SIGNING_KEY_FILE/,
	);
	expect(start.code).toBe(1);
});

it("check-config says that all is right, without making a folder, and knows the parts", async () => {
	const dir = join(folder, "data");
	const right = await hubCommand(["check-config"], { HUB_DATA_DIR: dir });
	expect(right).toEqual({
		code: 0,
		stdout: "The configuration is right for the hub, in development.\n",
		stderr: "",
	});
	expect(existsSync(dir)).toBe(false);
	const part = await hubCommand(["check-config", "mep"], { NODE_ENV: "production" });
	expect(part.stderr).toMatch(/HUB_SUBGRAPH_URLS: the address of institutes is missing/);
	expect(part.stderr).toMatch(/HUB_INTERNAL_SECRET: is missing/);
	const none = await hubCommand(["check-config", "mpe"], {});
	expect(none.stderr).toBe(
		'"mpe" is not a part of the hub; expected institutes, mep, engagements, gateway\n',
	);
});
