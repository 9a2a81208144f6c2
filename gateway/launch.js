// Runs the hub's command line: `node gateway/launch.js start`. It is compiled first unless that was done for the
// sources as they are now; where it cannot be compiled, the sources are run. docs/decisions/0030-start.md says why.
import { createHash } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/**
 * Each folder in it is a compiled program, with the sources that it was made from. Programs know where their sources
 * are, so that copies of the repository with the same packages have their own.
 */
const COMPILED = join(ROOT, "node_modules/.throughline", `compiled-${sha256(ROOT).slice(0, 8)}`);
/** A hub that is ready publishes on it. */
const READY = "throughline:ready";
/** The first requests after the start do not wait for the code to be written. */
const KEEP_AFTER_MS = 2000;

/** Whether a program was compiled from what is here now. */
function isCurrent(folder) {
	try {
		const sources = JSON.parse(readFileSync(join(folder, "sources.json"), "utf8"));
		return sources.every(([file, hash]) => sha256(readFileSync(join(ROOT, file))) === hash);
	} catch {
		return false;
	}
}

function compiledBefore() {
	if (!existsSync(COMPILED)) return undefined;
	return readdirSync(COMPILED)
		.map((name) => join(COMPILED, name))
		.find(isCurrent);
}

/** Compiles the program; undefined, after saying why, where that is not possible. */
async function compileNow() {
	try {
		const { tsImport } = await import("tsx/esm/api");
		const { compile } = await tsImport("./cli/compile/compile.ts", import.meta.url);
		const start = performance.now();
		const folder = await compile(ROOT, COMPILED);
		console.error(`The program was compiled in ${((performance.now() - start) / 1000).toFixed(1)} s`);
		return folder;
	} catch (error) {
		console.error(`The program could not be compiled: ${error.message}`);
		return undefined;
	}
}

/** Once a hub is ready, writes the machine code that it has by then beside the program, for the next start. */
function keepCode(script, file) {
	subscribe(READY, () => {
		setTimeout(() => {
			const aside = `${file}-${process.pid}`;
			try {
				writeFileSync(aside, script.createCachedData());
				renameSync(aside, file);
			} catch {
				// A folder that cannot be written: the next start compiles again.
			}
		}, KEEP_AFTER_MS).unref();
	});
}

/** Runs a program of one file, as `require` does, with the machine code that an earlier start kept. */
function run(folder) {
	const file = join(folder, "gateway-main.cjs");
	// V8 takes, and crashes on, code of another build of its own version, such as that of Node 20.19 in 20.20.
	const codeFile = join(folder, `main-${process.version}-${v8.cachedDataVersionTag()}.code`);
	const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined;
	// It is ASCII, which is read and kept without decoding.
	const script = new vm.Script(Module.wrap(readFileSync(file, "latin1")), {
		filename: file,
		cachedData,
	});
	if (!cachedData || script.cachedDataRejected) keepCode(script, codeFile);
	globalThis.throughlineBuild = basename(folder);
	const module = { exports: {} };
	const program = script.runInThisContext();
	program.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
}

const folder = compiledBefore() ?? (await compileNow());
if (process.argv[2] !== "compile") {
	if (folder) run(folder);
	else {
		(await import("tsx/esm/api")).register();
		await import("./main.ts");
	}
}
