import { execFile } from "node:child_process";
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import manifest from "../../package.json" with { type: "json" };
import { TEMPLATES } from "./partner/assets.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NAME = "throughline-partner";
const NOT_PACKED = new Set(["node_modules", "__pycache__", "package-lock.json"]);

// CommonJS packages that are bundled into ESM ask for Node's modules by require.
const BANNER =
	'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** Bundles the program with all it needs; the folders of the packages that went into it. */
async function bundle(into: string): Promise<string[]> {
	const { metafile } = await build({
		absWorkingDir: ROOT,
		entryPoints: { [NAME]: "gateway/cli/partner/main.ts" },
		outdir: into,
		bundle: true,
		splitting: true,
		platform: "node",
		format: "esm",
		target: "node20",
		metafile: true,
		// The last gate before activation runs at the hub only.
		external: ["@apollo/composition"],
		banner: { js: BANNER },
		logLevel: "warning",
	});
	const folders = Object.keys(metafile.inputs).map(
		(file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1],
	);
	return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

/** The licences of bundled packages, which ask to be passed on. */
function licences(folders: readonly string[]): string {
	return folders
		.map((folder) => {
			const { name, version, license } = JSON.parse(
				readFileSync(join(ROOT, folder, "package.json"), "utf8"),
			);
			const file = readdirSync(join(ROOT, folder)).find((one) => /^licen[cs]e/i.test(one));
			const text = file ? readFileSync(join(ROOT, folder, file), "utf8").trim() : "";
			return `${name} ${version} (${license})\n\n${text}`;
		})
		.join(`\n\n${"-".repeat(80)}\n\n`);
}

function writeFolder(dir: string): void {
	const { version, license, engines } = manifest;
	const packed = {
		name: NAME,
		version,
		description:
			"Publishes a partner's subgraph to a Throughline hub, and a sandbox to develop it in",
		license,
		type: "module",
		bin: { [NAME]: `dist/${NAME}.js` },
		files: ["dist", "THIRD-PARTY-LICENSES.txt"],
		engines,
	};
	writeFileSync(join(dir, "package.json"), `${JSON.stringify(packed, null, "\t")}\n`);
	chmodSync(join(dir, `dist/${NAME}.js`), 0o755);
	cpSync(join(ROOT, "LICENSE"), join(dir, "LICENSE"));
	cpSync(join(ROOT, "gateway/cli/partner/README.md"), join(dir, "README.md"));
	cpSync(join(ROOT, "gateway/supergraph.graphql"), join(dir, "dist/assets/supergraph.graphql"));
	for (const [language, folder] of Object.entries(TEMPLATES))
		cpSync(join(ROOT, "subgraphs/examples", folder), join(dir, "dist/assets/templates", language), {
			recursive: true,
			filter: (file) => !NOT_PACKED.has(basename(file)),
		});
}

/** Makes the npm package `throughline-partner` in a folder; the path of its tarball. */
export async function packPartnerCli(into: string): Promise<string> {
	if (!existsSync(into)) throw new Error(`${into} is not there; name a folder that is`);
	const dir = mkdtempSync(join(tmpdir(), `${NAME}-`));
	try {
		const folders = await bundle(join(dir, "dist"));
		writeFileSync(join(dir, "THIRD-PARTY-LICENSES.txt"), licences(folders));
		writeFolder(dir);
		const pack = ["pack", "--json", "--pack-destination", resolve(into)];
		const { stdout } = await promisify(execFile)("npm", pack, { cwd: dir });
		return join(resolve(into), JSON.parse(stdout)[0].filename);
	} finally {
		rmSync(dir, { recursive: true });
	}
}
