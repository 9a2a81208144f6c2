import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { create } from "tar";
import { VERSION } from "../../shared/program.ts";
import { buildConsole } from "./build-console.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENTRIES = ["gateway/main.ts", "gateway/container/healthy.ts", "gateway/container/slim.ts"];
/** Modules that threads and processes load, and files that are read, beside the module that names them. */
const NAMED = /new URL\("(\.[^"]+)",\s*import\.meta\.url\)/g;
const IMPORTED = /((?:\bfrom|\bimport\(?)\s*"\.[^"]*)\.ts"/g;
/** Without the warning that Node 20 gives of importing package.json. */
const NODE = "node --disable-warning=ExperimentalWarning";
/** What a release has beside the program. */
const FILES = [
	...["LICENSE", "README.md", "CHANGELOG.md", "docs", "seeds/data", "shared/worker/bootstrap.js"],
	...["gateway/console/dist", "gateway/console/graphql/persisted-documents.json"],
	...["subgraphs/examples", "subgraphs/registry/sdl/shared-types.graphql"],
	"gateway/supergraph.graphql",
	...["institutes", "mep", "engagements", "registry"].map(
		(one) => `subgraphs/${one}/schema.graphql`,
	),
];

/** The modules that the command line loads, threads and processes included. */
async function modules(): Promise<string[]> {
	const entries = new Set(ENTRIES);
	for (;;) {
		const { metafile } = await build({
			absWorkingDir: ROOT,
			entryPoints: [...entries],
			bundle: true,
			packages: "external",
			platform: "node",
			format: "esm",
			outdir: "unused",
			write: false,
			metafile: true,
			logLevel: "warning",
		});
		const found = Object.keys(metafile.inputs).filter((file) => file.endsWith(".ts"));
		const known = entries.size;
		for (const file of found)
			for (const [, named = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(NAMED))
				if (named.endsWith(".ts")) entries.add(join(dirname(file), named));
		if (entries.size === known) return found;
	}
}

/** Compiles each module to one beside which everything is where it was; imports name the compiled ones. */
async function compile(files: string[], into: string): Promise<void> {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: files,
		outbase: ".",
		outdir: into,
		platform: "node",
		format: "esm",
		target: "node20.19",
		write: false,
		logLevel: "warning",
	});
	for (const { path, text } of outputFiles) {
		const compiled = text
			.replace(IMPORTED, '$1.js"')
			.replace(NAMED, (whole, named: string) =>
				named.endsWith(".ts") ? whole.replace(/\.ts"/, '.js"') : whole,
			);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, compiled);
	}
}

type Locked = {
	packages: Record<
		string,
		{ dev?: boolean; devOptional?: boolean; optional?: boolean; link?: boolean; resolved?: string }
	>;
};

const readJson = (name: string) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));

/** The package and its lock file with what production needs, started without a compiler. */
function writePackage(into: string): void {
	const { name, version, description, license, type, engines, ...all } = readJson("package.json");
	const { dependencies, allowScripts, overrides } = all;
	const about = { name, version, description, license, private: true, type, engines };
	const scripts = { start: `${NODE} gateway/main.js start`, hub: `${NODE} gateway/main.js` };
	const manifest = { ...about, scripts, dependencies, allowScripts, overrides };
	writeFileSync(join(into, "package.json"), `${JSON.stringify(manifest, null, "\t")}\n`);
	const lock: Locked = readJson("package-lock.json");
	const kept = Object.entries(lock.packages).filter(
		([path, one]) => path.startsWith("node_modules/") && !one.dev && !one.link,
	);
	const packages = {
		"": { name, version, license, dependencies, engines },
		...Object.fromEntries(
			kept.map(([path, { devOptional, ...one }]) => [
				path,
				devOptional ? { ...one, optional: true } : one,
			]),
		),
	};
	const text = JSON.stringify({ ...lock, packages }, null, "\t");
	writeFileSync(join(into, "package-lock.json"), `${text}\n`);
}

/** Makes the tarball of a release in a folder; returns its path. It unpacks into one folder. */
export async function makeRelease(folder: string): Promise<string> {
	buildConsole();
	const above = mkdtempSync(join(tmpdir(), "release-"));
	const name = `throughline-${VERSION}`;
	const into = join(above, name);
	try {
		await compile(await modules(), into);
		for (const path of FILES.filter((one) => existsSync(join(ROOT, one))))
			cpSync(join(ROOT, path), join(into, path), {
				recursive: true,
				filter: (from) => !/(^|\/)node_modules(\/|$)/.test(relative(ROOT, from)),
			});
		writePackage(into);
		const file = resolve(folder, `${name}.tgz`);
		await create({ file, cwd: above, gzip: true, portable: true }, [name]);
		return file;
	} finally {
		rmSync(above, { recursive: true, force: true });
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
	console.log(await makeRelease(process.argv[2] ?? "."));
