import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

const BIOME = resolve("node_modules/@biomejs/biome/bin/biome");

/** The linter's output, with this project's rules, for a file at `path` that imports `from`. */
function lint(path: string, from: string): string {
	const cwd = mkdtempSync(join(tmpdir(), "imports-"));
	cpSync("biome.json", join(cwd, "biome.json"));
	mkdirSync(join(cwd, dirname(path)), { recursive: true });
	writeFileSync(join(cwd, path), `import { it } from "${from}";\n\nit();\n`);
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[BIOME, "lint", "--vcs-enabled=false", "--only=noRestrictedImports", path],
		{ cwd, encoding: "utf8" },
	);
	return (stdout + stderr).replace(/\s+/g, " ");
}

const SUBGRAPH = "A subgraph owns its data: ask another one in GraphQL";
const SHARED = "shared/ is used by all and knows none of them";
const GATEWAY = "The gateway knows a subgraph only as a schema and an executor";
const RULES = "rules.ts holds pure decisions";

it.each([
	["shared/x.ts", "../subgraphs/mep/loaders.ts", SHARED],
	["shared/database/x.ts", "../../gateway/server.ts", SHARED],
	["shared/x.ts", "../seeds/load.ts", SHARED],
	["subgraphs/institutes/x.ts", "../mep/loaders.ts", SUBGRAPH],
	["subgraphs/institutes/institute/x.ts", "../../engagements/loaders.ts", SUBGRAPH],
	["subgraphs/mep/center/x.ts", "../../institutes/queries.ts", SUBGRAPH],
	["subgraphs/mep/x.ts", "../../gateway/server.ts", SUBGRAPH],
	["subgraphs/engagements/trace/x.ts", "../../mep/center/queries.ts", SUBGRAPH],
	["subgraphs/engagements/x.ts", "../institutes/queries.ts", SUBGRAPH],
	["subgraphs/engagements/x.ts", "../../seeds/load.ts", SUBGRAPH],
	["gateway/x.ts", "../subgraphs/mep/subgraph.ts", GATEWAY],
	["gateway/transport/x.ts", "../../subgraphs/mep/subgraph.ts", GATEWAY],
	["gateway/plugins/x.ts", "../../seeds/load.ts", GATEWAY],
	["subgraphs/engagements/engagement/rules.ts", "./queries.ts", RULES],
	["subgraphs/engagements/engagement/rules.ts", "../context.ts", RULES],
	["subgraphs/engagements/engagement/rules.ts", "typeorm", RULES],
	["subgraphs/engagements/name-matching/names.ts", "./queries.ts", RULES],
	["subgraphs/engagements/name-matching/likeness.ts", "../policy.ts", RULES],
])("%s may not import %s", (path, from, reason) => {
	expect(lint(path, from)).toContain(reason);
});

it.each([
	["subgraphs/mep/center/x.ts", "../../../shared/dates.ts"],
	["subgraphs/mep/center/x.ts", "../embedding/type.ts"],
	["subgraphs/engagements/engagement/rules.ts", "../../../shared/dates.ts"],
	["subgraphs/engagements/name-matching/likeness.ts", "./names.ts"],
	["gateway/embedded.ts", "../subgraphs/mep/subgraph.ts"],
	["gateway/cli/x.ts", "../../seeds/load.ts"],
])("%s may import %s", (path, from) => {
	expect(lint(path, from)).not.toContain("noRestrictedImports");
});
