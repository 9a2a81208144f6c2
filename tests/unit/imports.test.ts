import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
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

/** That an example stands for code that exists: its path, seen from the importing file, or a package. */
const isThere = (path: string, from: string) =>
	!from.startsWith(".") || existsSync(join(dirname(path), from));

const SUBGRAPH = "A subgraph owns its data: ask another one in GraphQL";
const SHARED = "shared/ is used by all and knows none of them";
const GATEWAY = "The gateway knows a subgraph only as a schema and an executor";
const RULES = "rules.ts holds pure decisions";

it.each([
	["shared/x.ts", "../subgraphs/mep/center/queries.ts", SHARED],
	["shared/database/x.ts", "../../gateway/server.ts", SHARED],
	["shared/x.ts", "../seeds/load.ts", SHARED],
	["subgraphs/institutes/x.ts", "../mep/center/queries.ts", SUBGRAPH],
	["subgraphs/institutes/institute/x.ts", "../../engagements/policy.ts", SUBGRAPH],
	["subgraphs/mep/center/x.ts", "../../institutes/institute/queries.ts", SUBGRAPH],
	["subgraphs/mep/x.ts", "../../gateway/server.ts", SUBGRAPH],
	["subgraphs/mep/x.ts", "../registry/policy.ts", SUBGRAPH],
	["subgraphs/engagements/trace/x.ts", "../../mep/center/queries.ts", SUBGRAPH],
	["subgraphs/engagements/x.ts", "../institutes/institute/queries.ts", SUBGRAPH],
	["subgraphs/engagements/x.ts", "../registry/partner/queries.ts", SUBGRAPH],
	["subgraphs/engagements/x.ts", "../../seeds/load.ts", SUBGRAPH],
	["subgraphs/registry/x.ts", "../engagements/policy.ts", SUBGRAPH],
	["subgraphs/registry/check/x.ts", "../../institutes/institute/queries.ts", SUBGRAPH],
	["subgraphs/registry/partner/x.ts", "../../mep/center/queries.ts", SUBGRAPH],
	["subgraphs/registry/x.ts", "../../gateway/server.ts", SUBGRAPH],
	["gateway/x.ts", "../subgraphs/mep/subgraph.ts", GATEWAY],
	["gateway/transport/x.ts", "../../subgraphs/mep/subgraph.ts", GATEWAY],
	["gateway/router/x.ts", "../../subgraphs/registry/registry.ts", GATEWAY],
	["gateway/plugins/x.ts", "../../seeds/load.ts", GATEWAY],
	["subgraphs/engagements/engagement/rules.ts", "./queries.ts", RULES],
	["subgraphs/engagements/engagement/rules.ts", "../context.ts", RULES],
	["subgraphs/engagements/engagement/rules.ts", "typeorm", RULES],
	["subgraphs/registry/grant/rules.ts", "./queries.ts", RULES],
	["subgraphs/engagements/name-matching/names.ts", "../sme/queries.ts", RULES],
	["subgraphs/engagements/name-matching/likeness.ts", "../policy.ts", RULES],
])("%s may not import %s", (path, from, reason) => {
	expect(isThere(path, from)).toBe(true);
	expect(lint(path, from)).toContain(reason);
});

it.each([
	["subgraphs/mep/center/x.ts", "../../../shared/dates.ts"],
	["subgraphs/mep/center/x.ts", "../embedding/type.ts"],
	["subgraphs/engagements/engagement/rules.ts", "../../../shared/dates.ts"],
	["subgraphs/engagements/name-matching/likeness.ts", "./names.ts"],
	["subgraphs/registry/serving/x.ts", "../subgraph/queries.ts"],
	["subgraphs/registry/grant/rules.ts", "../../../shared/errors.ts"],
	["gateway/embedded.ts", "../subgraphs/mep/subgraph.ts"],
	["gateway/embedded-registry.ts", "../subgraphs/registry/registry.ts"],
	["gateway/cli/x.ts", "../../seeds/load.ts"],
])("%s may import %s", (path, from) => {
	expect(isThere(path, from)).toBe(true);
	expect(lint(path, from)).not.toContain("noRestrictedImports");
});
