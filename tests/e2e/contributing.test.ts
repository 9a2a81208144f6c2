import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDoc } from "../support/doc-commands.ts";
import { ROOT } from "../support/paths.ts";

const CONFIG = `import config from "./vitest.config.ts";
for (const { test } of config.test.projects) test.globalSetup = [];
export default config;
`;

/** The repository's files in a folder of their own, with the packages of this one. */
function copyOfRepository(): string {
	const dir = mkdtempSync(join(tmpdir(), "contributing-"));
	const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
	for (const file of execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0"))
		if (file && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(dir, file));
	symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
	return dir;
}

it("the steps of CONTRIBUTING.md add a field and a filter that work", () => {
	const diffs = [...readDoc("CONTRIBUTING.md").matchAll(/```diff\n(.*?)```/gs)].map(
		([, diff]) => diff as string,
	);
	expect(diffs.length).toBeGreaterThanOrEqual(7);
	const dir = copyOfRepository();
	const run = (command: string, ...args: string[]) =>
		execFileSync(command, args, { cwd: dir, encoding: "utf8", stdio: "pipe" });
	for (const [index, diff] of diffs.entries()) {
		writeFileSync(join(dir, `step-${index}.diff`), diff);
		run("git", "apply", "--unidiff-zero", `step-${index}.diff`);
	}
	const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
	run(bin("tsc"), "--noEmit");
	run(bin("tsx"), "gateway/cli/generate.ts");
	const tests = ["tests/subgraph/contact-name.test.ts", "tests/unit/schema.test.ts"];
	// These tests start no process, so that neither the console nor the command line is built for them.
	writeFileSync(join(dir, "steps.config.ts"), CONFIG);
	const args = ["run", "--config", "steps.config.ts", "--project", "sqlite"];
	const said = run(bin("vitest"), ...args, ...tests);
	expect(said).toMatch(/Tests .*5 passed/);
}, 300_000);
