import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeRelease } from "../../gateway/cli/release-tarball.ts";
import { type Served, served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { ROOT } from "../support/paths.ts";

const BARE = /\b(?:from\s*|import\s*\(?\s*)"((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[^"]*)?"/g;

let release: string;
let files: string[];
let hub: Served;

beforeAll(async () => {
	const folder = mkdtempSync(join(tmpdir(), "release-"));
	await extract({ file: await makeRelease(folder), cwd: folder });
	release = join(folder, readdirSync(folder).find((name) => !name.endsWith(".tgz")) ?? "");
	files = readdirSync(release, { recursive: true }) as string[];
	symlinkSync(join(ROOT, "node_modules"), join(release, "node_modules"));
	const args = ["--disable-warning=ExperimentalWarning", "gateway/main.js", "start"];
	const env = { PORT: "0", HUB_DATA_DIR: join(folder, "data") };
	hub = await served(process.execPath, args, { cwd: release, env });
}, 120_000);
afterAll(() => hub?.end());

it("has no source that must be compiled, and needs no package that production does not install", () => {
	const own = files.filter((file) => !file.startsWith("subgraphs/examples/"));
	expect(own.filter((file) => /\.tsx?$/.test(file))).toEqual([]);
	const { dependencies, devDependencies } = JSON.parse(
		readFileSync(join(release, "package.json"), "utf8"),
	);
	expect(devDependencies).toBeUndefined();
	const missing = own
		.filter((file) => file.endsWith(".js") && !file.startsWith("gateway/console/dist/"))
		.flatMap((file) =>
			[...readFileSync(join(release, file), "utf8").matchAll(BARE)].map(([, name = ""]) => name),
		)
		.filter((name) => !builtinModules.includes(name) && !(name in dependencies));
	expect([...new Set(missing)]).toEqual([]);
	const lock = JSON.parse(readFileSync(join(release, "package-lock.json"), "utf8"));
	expect(lock.packages[""].dependencies).toEqual(dependencies);
	expect(lock.packages["node_modules/vite"]).toBeUndefined();
});

it("starts and answers, composes in its thread, and serves the console", async () => {
	const { body } = await ask(hub, "{ institutes { totalCount } releases { totalCount } }");
	expect(body).toEqual({ data: { institutes: { totalCount: 22 }, releases: { totalCount: 1 } } });
	const page = await fetch(hub.url, { headers: { accept: "text/html" } });
	expect(await page.text()).toMatch(/<script type="module"/);
	// Formatted in a thread.
	expect((await fetch(`${hub.url}/data/institutes.csv`)).status).toBe(200);
});
