import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
/** The path of the compiler binary. */
const compiler: string = require("relay-compiler");

/** An app as in Relay's documentation: fragments next to their components, and a paginated list. */
const APP = `import { graphql } from "relay-runtime";
export const app = graphql\`
	query AppQuery($id: ID!) { institute(id: $id) { ...App_institute } ...App_institutes }
\`;
export const one = graphql\`
	fragment App_institute on Institute { id name acronym }
\`;
export const list = graphql\`
	fragment App_institutes on Query
	@argumentDefinitions(first: { type: "Int", defaultValue: 8 }, after: { type: "String" })
	@refetchable(queryName: "AppPaginationQuery") {
		institutes(first: $first, after: $after) @connection(key: "App_institutes") {
			edges { node { id ...App_institute } }
		}
	}
\`;
`;

/** Compiles the app against a schema. Returns its queries by hash. Throws the compiler's output if it fails. */
export function compileRelay(schema: string): Record<string, string> {
	const dir = mkdtempSync(join(tmpdir(), "relay-"));
	mkdirSync(join(dir, "src"));
	writeFileSync(join(dir, "src/App.ts"), APP);
	writeFileSync(join(dir, "schema.graphql"), schema);
	writeFileSync(join(dir, "persisted.json"), "{}");
	const config = {
		src: "./src",
		schema: "./schema.graphql",
		language: "typescript",
		persistConfig: { file: "./persisted.json", algorithm: "SHA256" },
	};
	writeFileSync(join(dir, "relay.config.json"), JSON.stringify(config));
	const run = spawnSync(compiler, ["relay.config.json"], { cwd: dir, encoding: "utf8" });
	if (run.status !== 0) throw new Error(run.stdout + run.stderr);
	return JSON.parse(readFileSync(join(dir, "persisted.json"), "utf8"));
}
