import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuiltConsole } from "../rest/console/routes.ts";

const SOURCES = fileURLToPath(new URL("../console", import.meta.url));
const LOCK_FILE = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
/** The built console: index.html, and files whose names contain a hash. */
const BUILT_CONSOLE = join(SOURCES, "dist");
/** The fingerprint of the sources that the built console was made from. */
const FINGERPRINT = "sources.sha256";

/** SHA-256 over all that a build reads; times of files would differ with each checkout. */
function fingerprint(): string {
	const hash = createHash("sha256").update(readFileSync(LOCK_FILE));
	const entries = readdirSync(SOURCES, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
		if (!path.slice(SOURCES.length).startsWith("/dist"))
			hash.update(path.slice(SOURCES.length)).update(readFileSync(path));
	return hash.digest("hex");
}

/** A release has the built console only. */
const hasSources = () => existsSync(join(SOURCES, "vite.config.ts"));

/** The console, built if its sources changed. Throws what the build printed if it fails. */
export function builtConsole(): BuiltConsole {
	if (hasSources()) buildConsole();
	const file = join(SOURCES, "graphql/persisted-documents.json");
	return { dir: BUILT_CONSOLE, operations: JSON.parse(readFileSync(file, "utf8")) };
}

/** Builds the console unless its sources are as they were. */
export function buildConsole(say: (line: string) => void = console.log): void {
	const current = fingerprint();
	const built = join(BUILT_CONSOLE, FINGERPRINT);
	if (existsSync(built) && readFileSync(built, "utf8") === current) return;
	const start = performance.now();
	// Built aside and then moved, so that a hub that runs never finds half of it.
	const aside = `${BUILT_CONSOLE}-${process.pid}`;
	const vite = join(createRequire(import.meta.url).resolve("vite/package.json"), "../bin/vite.js");
	const args = [vite, "build", SOURCES, "--outDir", aside, "--logLevel", "warn"];
	const run = spawnSync(process.execPath, args, {
		encoding: "utf8",
		env: { ...process.env, NODE_ENV: "production" },
	});
	if (run.status !== 0) {
		rmSync(aside, { recursive: true, force: true });
		throw new Error(`The console could not be built: ${run.stderr || run.stdout || run.error}`);
	}
	writeFileSync(join(aside, FINGERPRINT), current);
	const old = `${aside}-old`;
	mkdirSync(BUILT_CONSOLE, { recursive: true });
	renameSync(BUILT_CONSOLE, old);
	renameSync(aside, BUILT_CONSOLE);
	rmSync(old, { recursive: true });
	say(`The console was built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// `npm run console` runs this file itself.
if (process.argv[1] === fileURLToPath(import.meta.url)) buildConsole();
