import { type ChildProcess, spawn, spawnSync } from "node:child_process";
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
import type { Log } from "../../shared/log.ts";
import type { BuiltConsole } from "../rest/console/routes.ts";
import type { ConsoleState } from "../rest/console/unbuilt.ts";

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

const OPERATIONS = join(SOURCES, "graphql/persisted-documents.json");
const operations = () => JSON.parse(readFileSync(OPERATIONS, "utf8"));

/** The console, built if its sources changed. Throws what the build printed if it fails. */
export function builtConsole(): BuiltConsole {
	if (hasSources()) buildConsole();
	return { dir: BUILT_CONSOLE, operations: operations() };
}

/** A build that is to be made; undefined where the sources are as they were. */
function neededBuild() {
	const current = fingerprint();
	const built = join(BUILT_CONSOLE, FINGERPRINT);
	if (existsSync(built) && readFileSync(built, "utf8") === current) return undefined;
	const start = performance.now();
	// Built aside and then moved, so that a hub that runs never finds half of it.
	const aside = `${BUILT_CONSOLE}-${process.pid}`;
	const vite = join(createRequire(import.meta.url).resolve("vite/package.json"), "../bin/vite.js");
	const remove = () => rmSync(aside, { recursive: true, force: true });
	return {
		args: [vite, "build", SOURCES, "--outDir", aside, "--logLevel", "warn"],
		env: { ...process.env, NODE_ENV: "production" },
		remove,
		failed(why: string): Error {
			remove();
			return new Error(`The console could not be built: ${why}`);
		},
		/** Moves what was built to its place; returns how long it took. */
		done(): string {
			writeFileSync(join(aside, FINGERPRINT), current);
			const old = `${aside}-old`;
			mkdirSync(BUILT_CONSOLE, { recursive: true });
			renameSync(BUILT_CONSOLE, old);
			renameSync(aside, BUILT_CONSOLE);
			rmSync(old, { recursive: true });
			return `The console was built in ${((performance.now() - start) / 1000).toFixed(1)} s`;
		},
	};
}

/** Builds the console unless its sources are as they were. */
export function buildConsole(say: (line: string) => void = console.log): void {
	const needed = neededBuild();
	if (!needed) return;
	const { args, env } = needed;
	const run = spawnSync(process.execPath, args, { encoding: "utf8", env });
	if (run.status !== 0) throw needed.failed(run.stderr || run.stdout || String(run.error));
	say(needed.done());
}

/** A console that a hub serves as soon as it is built. */
export type ConsoleToBuild = {
	console: BuiltConsole;
	/** Builds it if its sources changed; what comes of it is logged. */
	build(log: Log): void;
	/** Ends a build that runs. */
	stop(): void;
};

/** The console of a hub that starts: it does not wait for a build, which `build` begins. */
export function consoleToBuild(): ConsoleToBuild {
	const needed = hasSources() ? neededBuild() : undefined;
	let state: ConsoleState = needed ? "building" : "built";
	let child: ChildProcess | undefined;
	return {
		console: { dir: BUILT_CONSOLE, operations: operations(), state: () => state },
		build(log) {
			if (!needed || child) return;
			const running = spawn(process.execPath, needed.args, {
				env: needed.env,
				stdio: ["ignore", "pipe", "pipe"],
			});
			child = running;
			let said = "";
			const hear = (text: Buffer) => {
				said += text;
			};
			running.stdout.on("data", hear);
			running.stderr.on("data", hear);
			running.once("error", (error) => hear(Buffer.from(error.message)));
			running.once("close", (code, signal) => {
				child = undefined;
				if (signal) return needed.remove();
				state = code === 0 ? "built" : "failed";
				if (code === 0) log.info(needed.done());
				else log.error({ err: needed.failed(said) }, "the console is not served");
			});
		},
		stop: () => void child?.kill(),
	};
}

// `npm run console` runs this file itself.
if (process.argv[1] === fileURLToPath(import.meta.url)) buildConsole();
