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
import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { create } from "tar";
import { VERSION } from "../../shared/program.ts";
import { buildConsole } from "./build-console.ts";
import { bundle, sha256 } from "./compile/modules.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOCK_FILE = join(ROOT, "package-lock.json");
const ALONE = ["gateway/container/healthy.ts", "gateway/container/slim.ts"];
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

/** Stands for what the program was compiled from until that is known. */
const BUILD = "the build of this program";

/** The command line in a few files that import packages, all in one folder, from where they find the other files. */
async function compileProgram(into: string): Promise<void> {
	const places = {
		ofSource: (file: string) => `new URL("../${file}", import.meta["url"]).href`,
		ofEntry: (name: string) => `new URL("./${name}.js", import.meta["url"])`,
	};
	const { sources, files } = await bundle(ROOT, places, {
		format: "esm",
		splitting: true,
		packages: "external",
		outdir: join(into, "gateway"),
		define: { "globalThis.throughlineBuild": JSON.stringify(BUILD) },
		write: false,
	});
	const build = sha256(JSON.stringify([...sources, readFileSync(LOCK_FILE, "utf8")]));
	mkdirSync(join(into, "gateway"), { recursive: true });
	for (const { path, text } of files) writeFileSync(path, text.replace(BUILD, build));
	writeFileSync(join(into, "gateway/main.js"), 'import "./gateway-main.js";\n');
}

/** Small programs that need nothing else, each where it was. */
async function compileAlone(into: string): Promise<void> {
	await build({
		absWorkingDir: ROOT,
		entryPoints: ALONE,
		outbase: ".",
		outdir: into,
		platform: "node",
		format: "esm",
		target: "node20.19",
		logLevel: "warning",
	});
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
	const lock: Locked = JSON.parse(readFileSync(LOCK_FILE, "utf8"));
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
		await compileProgram(into);
		await compileAlone(into);
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
