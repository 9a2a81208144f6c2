import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, type Sources, sha256 } from "./modules.ts";

/** What a program depends on beside the modules that it is made of. */
const BESIDE = [
	...["tsconfig.json", "node_modules/.package-lock.json"],
	...["gateway/cli/compile/compile.ts", "gateway/cli/compile/modules.ts"],
];
/** Native, WebAssembly or large and seldom used; and what TypeORM and pg load only where an application has it. */
const EXTERNAL = [
	...["sqlite3", "highs", "@graphql-yoga/render-graphiql", "encoding", "pg-native"],
	...["pg-query-stream", "mysql", "mysql2", "mongodb", "mssql", "oracledb", "redis", "ioredis"],
	...["better-sqlite3", "sql.js", "react-native-sqlite-storage", "typeorm-aurora-data-api-driver"],
	...["@google-cloud/spanner", "@sap/hana-client", "@sap/hana-client/extension/Stream"],
];
const KEPT_PROGRAMS = 2;

async function makeProgram(root: string, outdir: string): Promise<Sources> {
	const places = {
		ofSource: (file: string) => JSON.stringify(pathToFileURL(join(root, file)).href),
		ofEntry: (name: string) => `new URL("${name}.cjs", __compiled)`,
	};
	const beside = BESIDE.map((file) => [file, sha256(readFileSync(join(root, file)))] as const);
	const { sources } = await bundle(root, places, {
		format: "cjs",
		// Node 20 does not find what a script with cached code imports dynamically.
		supported: { "dynamic-import": false },
		outdir,
		outExtension: { ".js": ".cjs" },
		external: EXTERNAL,
		banner: { js: 'const __compiled = require("node:url").pathToFileURL(__filename);' },
	});
	return new Map([...beside, ...sources]);
}

/** Deletes programs of earlier sources; one before the last may still run. */
function forgetOld(compiled: string): void {
	const folders = readdirSync(compiled).map((name) => join(compiled, name));
	const newest = folders
		.map((folder) => ({ folder, at: statSync(folder).mtimeMs }))
		.sort((one, other) => other.at - one.at);
	for (const { folder } of newest.slice(KEPT_PROGRAMS)) rmSync(folder, { recursive: true });
}

/**
 * Compiles the command line with all packages into one file, and into one each of what threads and processes load, in
 * a folder of `compiled`; returns the folder. `sources.json` in it lists what it was made from.
 */
export async function compile(root: string, compiled: string): Promise<string> {
	const aside = `${compiled}-${process.pid}`;
	try {
		const sources = JSON.stringify([...(await makeProgram(root, aside))]);
		writeFileSync(join(aside, "sources.json"), sources);
		const folder = join(compiled, sha256(sources).slice(0, 16));
		mkdirSync(compiled, { recursive: true });
		// Another process may have made it meanwhile.
		if (!existsSync(folder)) renameSync(aside, folder);
		forgetOld(compiled);
		return folder;
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}
