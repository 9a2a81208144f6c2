import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildSchema, parse } from "graphql";
import { ROOT } from "../paths.ts";

/** Generates types for documents with GraphQL Code Generator's client preset, in a new folder that also contains `usage`. */
export async function generateTypes(
	sdl: string,
	documents: Record<string, string>,
	usage: string,
): Promise<string> {
	const dir = mkdtempSync(join(tmpdir(), "codegen-"));
	const files = await preset.buildGeneratesSection({
		baseOutputDir: `${join(dir, "gql")}/`,
		schema: parse(sdl),
		schemaAst: buildSchema(sdl),
		documents: Object.entries(documents).map(([location, text]) => ({
			location,
			document: parse(text),
			rawSDL: text,
		})),
		config: { useTypeImports: true },
		presetConfig: {},
		plugins: [],
		pluginMap: {},
		pluginContext: {},
		documentTransforms: [],
	});
	for (const file of files) {
		mkdirSync(dirname(file.filename), { recursive: true });
		writeFileSync(file.filename, await codegen(file));
	}
	writeFileSync(join(dir, "usage.ts"), usage);
	return dir;
}

/** The errors of the TypeScript compiler for a folder. */
export function typeErrors(dir: string): string {
	const core = join(ROOT, "node_modules/@graphql-typed-document-node/core");
	const compilerOptions = {
		strict: true,
		noEmit: true,
		module: "esnext",
		moduleResolution: "bundler",
		target: "es2022",
		types: [],
		paths: {
			"@graphql-typed-document-node/core": [core],
			graphql: [join(ROOT, "node_modules/graphql")],
		},
	};
	writeFileSync(join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
	const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
	return spawnSync(process.execPath, [tsc, "-p", dir], { encoding: "utf8" }).stdout;
}
