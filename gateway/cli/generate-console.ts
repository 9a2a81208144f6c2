import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { buildSchema, parse } from "graphql";

const CONSOLE = "gateway/console";
/** Of what the preset writes, the two files that the console and the gateway read. */
const WANTED = ["graphql.ts", "persisted-documents.json"];
/** How the generated types begin. */
const HEAD =
	"// Over 300 lines: `npm run generate` writes it, from the public schema and the console's *.graphql files.\n";

/** The console's operations, typed by the public schema, and their texts by hash: file → text. */
export async function consoleDocuments(root: string, sdl: string): Promise<Map<string, string>> {
	const folder = join(root, CONSOLE);
	const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
	const files = entries.filter((file) => file.endsWith(".graphql")).sort();
	const output = `${CONSOLE}/graphql/`;
	const sections = await preset.buildGeneratesSection({
		baseOutputDir: output,
		schema: parse(sdl),
		schemaAst: buildSchema(sdl),
		documents: files.map((location) => {
			const rawSDL = readFileSync(join(folder, location), "utf8");
			return { location, document: parse(rawSDL), rawSDL };
		}),
		config: {
			documentMode: "string",
			useTypeImports: true,
			enumsAsTypes: true,
			onlyOperationTypes: true,
			skipTypename: true,
			immutableTypes: false,
			strictScalars: true,
			scalars: { ID: "string" },
		},
		presetConfig: {
			fragmentMasking: false,
			persistedDocuments: { mode: "replaceDocumentWithHash", hashAlgorithm: "sha256" },
		},
		plugins: [],
		pluginMap: {},
		pluginContext: {},
		documentTransforms: [],
	});
	const wanted = sections.filter(({ filename }) =>
		WANTED.some((name) => filename === output + name),
	);
	const texts = new Map<string, string>();
	// The manifest is complete once the documents were generated.
	for (const section of wanted) {
		const head = section.filename.endsWith(".ts") ? HEAD : "";
		texts.set(section.filename, `${head}${(await codegen(section)).trim()}\n`);
	}
	return texts;
}
