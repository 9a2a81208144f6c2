import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../support/paths.ts";

/** The release as it is deployed, and what depends most on the version: the driver, streams, sockets, threads, signals. */
const FILES = {
	sqlite: [
		...["unit/database", "unit/full-disk", "unit/health", "subgraph/releases"],
		...["e2e/release-tarball", "e2e/hub", "e2e/backup", "e2e/observe", "e2e/broken-streams"],
		...["e2e/unexpected-end", "e2e/stopping", "e2e/partner-registry", "e2e/import-files"],
		...["e2e/sign-in", "e2e/data", "e2e/surroundings"],
	],
	postgres: [
		...["unit/database", "postgres/frozen", "postgres/backup", "postgres/connections"],
		"postgres/rolling-restart",
	],
};

/** The folder with the program of a version of Node, from npm's package `node`. */
function install(version: string): string {
	const folder = join(ROOT, "node_modules/.throughline/node", version);
	mkdirSync(folder, { recursive: true });
	const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund"];
	execFileSync("npm", [...args, `node@${version}`], { cwd: folder, stdio: "inherit" });
	return join(folder, "node_modules/node/bin");
}

/** Runs chosen tests, on both engines, with each of these versions of Node; those with which one failed. */
export async function nodeVersions(versions: readonly string[]): Promise<string[]> {
	const failed = new Set<string>();
	for (const version of versions) {
		const bin = install(version);
		for (const [project, files] of Object.entries(FILES)) {
			const child = spawn(
				join(bin, "node"),
				[
					...["node_modules/vitest/vitest.mjs", "run", "--project", project],
					...files.map((file) => `tests/${file}.test.ts`),
				],
				{
					cwd: ROOT,
					// Processes that tests start by name, too.
					env: { ...process.env, PATH: bin + delimiter + process.env.PATH },
					stdio: "inherit",
				},
			);
			const [code] = await once(child, "exit");
			if (code !== 0) failed.add(version);
		}
	}
	return [...failed];
}
