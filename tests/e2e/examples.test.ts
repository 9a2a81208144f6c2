import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ROOT } from "../support/paths.ts";

const EXAMPLES = join(ROOT, "subgraphs/examples");
/** Those in JavaScript, which bring a package and tests of their own. */
const packages = readdirSync(EXAMPLES).filter((name) =>
	existsSync(join(EXAMPLES, name, "package.json")),
);

/** Static and dynamic imports of a file. */
const importsOf = (file: string) =>
	[...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
		([, module]) => module as string,
	);

it.each(packages)("%s passes its own tests, by its own command", async (name) => {
	const run = await promisify(execFile)("npm", ["test"], { cwd: join(EXAMPLES, name) });
	expect(run.stdout).toMatch(/^# pass [1-9]/m);
	expect(run.stdout).toMatch(/^# fail 0$/m);
});

it.each(packages)("%s imports nothing but its own files and packages", (name) => {
	const folder = join(EXAMPLES, name);
	const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
		(file) => file.endsWith(".js") && !file.includes("node_modules"),
	);
	const foreign = files.flatMap((file) =>
		importsOf(join(folder, file)).filter((module) => {
			if (module.startsWith("node:")) return false;
			if (module.startsWith("."))
				return !files.includes(join(file, "..", module)) || module.includes("../..");
			const [scope, rest] = module.split("/");
			const wanted = module.startsWith("@") ? `${scope}/${rest}` : (scope as string);
			return !(wanted in dependencies);
		}),
	);
	expect([files.length > 0, foreign]).toEqual([true, []]);
});
