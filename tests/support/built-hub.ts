import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { buildConsole } from "../../gateway/cli/build-console.ts";
import { BUILT_HUB, ROOT } from "./paths.ts";

/**
 * Modules that threads load; a thread's entry is CommonJS. Those that are not listed, as they import packages whose
 * default export is another in CommonJS, are loaded from the sources.
 */
const WORKERS = [
	"gateway/composition/compose-worker.ts",
	"gateway/rest/statistics/format-worker.ts",
	"subgraphs/registry/check/examine-worker.ts",
	"subgraphs/registry/changelog/compare-worker.ts",
];
const HERE = "import.meta.url";
const isBuilt = (name: string) => WORKERS.some((file) => basename(file, ".ts") === name);

/** Modules find the files beside them where these are, but threads what is built for them. */
const inPlace: Plugin = {
	name: "in-place",
	setup({ onLoad }) {
		onLoad({ filter: /\/(gateway|subgraphs|shared|seeds)\/.*\.ts$/ }, ({ path }) => {
			const text = readFileSync(path, "utf8");
			if (!text.includes(HERE)) return undefined;
			const contents = text
				.replace(/"\.\/([\w-]+-worker)\.ts", import\.meta\.url/g, (found, name) =>
					isBuilt(name) ? `"./${name}.cjs", import.meta["url"]` : found,
				)
				.replaceAll(HERE, JSON.stringify(pathToFileURL(path).href));
			return { contents, loader: "ts" };
		});
	},
};

/**
 * Builds the hub's command line once, for all tests of a run that start it as a process: from the sources it takes a
 * third more. It is in node_modules, from where it loads packages. Builds the console, too, if its sources changed.
 */
export default async function setup(): Promise<() => void> {
	buildConsole(() => undefined);
	const above = join(ROOT, "node_modules/.throughline");
	mkdirSync(above, { recursive: true });
	const outdir = mkdtempSync(join(above, "hub-"));
	const common: BuildOptions = {
		absWorkingDir: ROOT,
		outdir,
		bundle: true,
		platform: "node",
		target: "node20",
		packages: "external",
		sourcemap: true,
		plugins: [inPlace],
		logLevel: "warning",
	};
	await Promise.all([
		build({
			...common,
			entryPoints: { hub: "gateway/main.ts" },
			format: "esm",
			splitting: true,
			outExtension: { ".js": ".mjs" },
		}),
		build({
			...common,
			entryPoints: Object.fromEntries(WORKERS.map((file) => [basename(file, ".ts"), file])),
			format: "cjs",
			outExtension: { ".js": ".cjs" },
		}),
	]);
	// The processes that run the tests inherit it.
	process.env[BUILT_HUB] = join(outdir, "hub.mjs");
	return () => rmSync(outdir, { recursive: true, force: true });
}
