import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "../support/paths.ts";

let root: string;
let modules: string;

const place = (file: string) => join(root, file);

function write(file: string, text: string): void {
	mkdirSync(dirname(place(file)), { recursive: true });
	writeFileSync(place(file), text);
}

/** Runs the small program below as `npm start` runs the hub. */
function launch(...args: string[]) {
	const all = [place("gateway/launch.js"), ...args];
	const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
	return { status, said: stdout.trim().split("\n"), compiled: /was compiled/.test(stderr), stderr };
}

const programs = () =>
	readdirSync(modules, { recursive: true })
		.map(String)
		.filter((file) => file.endsWith("gateway-main.cjs"))
		.map((file) => dirname(join(modules, file)));

const MAIN = `import { channel } from "node:diagnostics_channel";
import { text } from "./text.ts";
import { Same } from "./one/same.ts";
import { Same as Other } from "./other/same.ts";
import { askThread } from "./thread.ts";
console.log(text, process.argv.slice(2).join());
console.log(Same.name, Other.name, import.meta.url);
console.log("ran");
askThread().then((answer) => {
	console.log(answer);
	channel("throughline:ready").publish("");
	if (process.argv[2] === "stay") setTimeout(() => undefined, 3000);
});
`;
const THREAD = `import { once } from "node:events";
import { Worker } from "node:worker_threads";
export async function askThread() {
	const [answer] = await once(new Worker(new URL("./job.ts", import.meta.url)), "message");
	return answer;
}
`;

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), "launch-"));
	modules = place("node_modules");
	mkdirSync(modules);
	for (const name of ["esbuild", "tsx"])
		symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
	write("node_modules/.package-lock.json", "{}");
	write("package.json", '{ "type": "module" }');
	const compiler = ["compile.ts", "modules.ts"].map((name) => `gateway/cli/compile/${name}`);
	for (const file of ["tsconfig.json", "gateway/launch.js", ...compiler]) {
		mkdirSync(dirname(place(file)), { recursive: true });
		copyFileSync(join(ROOT, file), place(file));
	}
	write("gateway/main.ts", MAIN);
	write("gateway/text.ts", 'export const text: string = "one";\n');
	write("gateway/one/same.ts", "export class Same {\n\tone = 1;\n}\n");
	write("gateway/other/same.ts", "export class Same {\n\tother = 1;\n}\n");
	write("gateway/thread.ts", THREAD);
	write(
		"gateway/job.ts",
		'import { parentPort } from "node:worker_threads";\nimport { text } from "./text.ts";\nparentPort?.postMessage(text + " in a thread");\n',
	);
});

it("compiles once; classes keep their names, modules their places, and threads run what was compiled", () => {
	const first = launch("start", "now");
	expect(first.compiled, first.stderr).toBe(true);
	const url = `file://${place("gateway/main.ts")}`;
	expect(first.said).toEqual(["one start,now", `Same Same ${url}`, "ran", "one in a thread"]);
	const second = launch("start");
	expect(second.compiled).toBe(false);
	expect(second.said[0]).toBe("one start");
	expect(programs()).toHaveLength(1);
});

it("never runs what was compiled of other sources, even of the same size and time", () => {
	const file = place("gateway/text.ts");
	const { atime, mtime } = statSync(file);
	writeFileSync(file, readFileSync(file, "utf8").replace("one", "two"));
	utimesSync(file, atime, mtime);
	const changed = launch();
	expect(changed).toMatchObject({
		compiled: true,
		said: ["two ", expect.anything(), "ran", "two in a thread"],
	});
	writeFileSync(file, readFileSync(file, "utf8").replace("two", "one"));
	expect(launch()).toMatchObject({
		compiled: false,
		said: ["one ", expect.anything(), "ran", "one in a thread"],
	});
});

it("compiles again for other packages, and when a module is gone", () => {
	write("node_modules/.package-lock.json", '{ "packages": {} }');
	expect(launch().compiled).toBe(true);
	rmSync(place("gateway/one/same.ts"));
	const { status, stderr, said } = launch();
	expect(stderr).toMatch(/could not be compiled: .*same\.ts/s);
	expect([status === 0, said.join()]).toEqual([false, ""]);
	write("gateway/one/same.ts", "export class Same {\n\tone = 1;\n}\n");
	expect(launch()).toMatchObject({ compiled: false, status: 0 });
	// Programs of sources before the last ones are gone.
	expect(programs()).toHaveLength(2);
});

it("runs the sources where they cannot be compiled", () => {
	rmSync(join(modules, ".throughline"), { recursive: true });
	write("node_modules/.throughline", "a file, not a folder");
	const { stderr, said } = launch("start");
	expect(stderr).toMatch(/could not be compiled/);
	expect(said[0]).toBe("one start");
	rmSync(join(modules, ".throughline"));
});

it("keeps the machine code of a program that got ready, and uses it", () => {
	expect(launch("stay")).toMatchObject({ compiled: true, status: 0 });
	const [program = ""] = programs();
	const [code = ""] = readdirSync(program).filter((name) => name.endsWith(".code"));
	// Another version of Node, whose V8 may take itself for the same, would crash on it.
	expect(code).toContain(process.version);
	const kept = statSync(join(program, code));
	launch("stay");
	expect(statSync(join(program, code)).ino).toBe(kept.ino);
	writeFileSync(join(program, code), "damaged");
	expect(launch("stay")).toMatchObject({ status: 0, said: expect.arrayContaining(["ran"]) });
	expect(statSync(join(program, code)).size).toBeGreaterThan(1000);
});
