import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/** The command line. */
const PROGRAM = "gateway/main.ts";
/** Oldest Node.js that runs what is compiled. */
const TARGET = "node20.19";
const HERE = "import.meta.url";
/** Modules that threads and processes load. */
const ENTRY = /new URL\("(\.[^"]+)\.ts",\s*import\.meta\.url\)/g;
/** Finds Node's own hashes by `module.require`, which a bundle does not have, and would use some that are slow. */
const HASHES = /@apollo\/utils\.createhash\/dist\/index\.js$/;
/** In one file, classes of one name would be renamed, but migrations are kept in databases by their names. */
const CLASS = /^(?:export )?(?:abstract )?class (\w+)[^{]*\{/gm;

export const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

/** What each module was, as it was read for the program: path in the repository → SHA-256. */
export type Sources = Map<string, string>;

/** How compiled modules find what they would find beside their sources; each is an expression of JavaScript. */
type Places = {
	/** Address of a source, by its path in the repository. */
	ofSource(file: string): string;
	/** Address of what is compiled of a module that a thread loads, by its name. */
	ofEntry(name: string): string;
};

const withNames = (text: string) =>
	text.replace(
		CLASS,
		(head, name) =>
			`${head} static { Object.defineProperty(this, "name", { value: "${name}", configurable: true }); }`,
	);

/** Name of what is compiled of a module, all in one folder. */
const compiledName = (file: string) => file.replace(/\.ts$/, "").replaceAll("/", "-");

function inPlace(root: string, places: Places, sources: Sources, entries: Set<string>): Plugin {
	return {
		name: "in-place",
		setup({ onLoad }) {
			onLoad({ filter: HASHES }, () => ({
				contents: 'exports.createHash = require("node:crypto").createHash;',
			}));
			onLoad({ filter: /\.(ts|json)$/ }, ({ path }) => {
				const file = relative(root, path);
				if (file.startsWith("node_modules")) return undefined;
				const bytes = readFileSync(path);
				sources.set(file, sha256(bytes));
				const text = bytes.toString();
				if (file.endsWith(".json")) return { contents: text, loader: "json" };
				const contents = withNames(text)
					.replace(ENTRY, (_, name) => {
						const entry = `${join(dirname(file), name)}.ts`;
						entries.add(entry);
						return places.ofEntry(compiledName(entry));
					})
					.replaceAll(HERE, () => places.ofSource(file));
				return { contents, loader: "ts" };
			});
		},
	};
}

/**
 * Bundles the command line and what its threads and processes load, each into a file of its name; returns what all
 * that was made from, and what esbuild made where `options` say not to write it.
 */
export async function bundle(root: string, places: Places, options: BuildOptions) {
	const sources: Sources = new Map();
	const entries = new Set([PROGRAM]);
	const done = new Set<string>();
	const files: Array<{ path: string; text: string }> = [];
	while (done.size < entries.size) {
		const found = [...entries].filter((entry) => !done.has(entry));
		const { outputFiles } = await build({
			...options,
			absWorkingDir: root,
			entryPoints: Object.fromEntries(found.map((entry) => [compiledName(entry), entry])),
			bundle: true,
			platform: "node",
			target: TARGET,
			plugins: [inPlace(root, places, sources, entries)],
			logLevel: "silent",
		});
		files.push(...(outputFiles ?? []));
		for (const entry of found) done.add(entry);
	}
	return { sources, files };
}
