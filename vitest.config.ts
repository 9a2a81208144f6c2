import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const common = {
	// Vitest would load graphql as ESM and as CJS: two realms, two GraphQLSchema classes.
	resolve: { alias: { graphql: "graphql/index.js" } },
	extends: true as const,
};
const settings = {
	// Modules are loaded once for all files of a process: tests leave nothing changed that these share.
	isolate: false,
	restoreMocks: true,
	setupFiles: ["tests/support/setup.ts"],
	testTimeout: 60_000,
	hookTimeout: 120_000,
	// Longer than anything takes on a machine that is busy with other tests: what does not come fails all the same.
	expect: { poll: { timeout: 15_000 } },
	// A browser that was waited for too long, on a busy machine, is tried once more, which is printed; all else fails at once.
	retry: { count: 1, condition: /Timeout \d+ms exceeded/ },
};
// Processes that tests start turn nobody away because the machine is busy with other tests.
const env = {
	APOLLO_TELEMETRY_DISABLED: "1",
	HUB_MAX_LAG_MS: "60000",
	HUB_DEADLINE_MS: "60000",
};

/** What touches a database runs on both engines; the rest once, on SQLite, but for what only PostgreSQL can do. */
const BOTH = [
	"tests/subgraph/**/*.test.ts",
	"tests/unit/{database,schema,statements}.test.ts",
	"tests/e2e/registry-{changelog,events,ownership,partners,publish,records,standing,webhooks}.test.ts",
];
const POSTGRES = ["tests/postgres/**/*.test.ts"];

/** Of each project, the tests with whole hubs first: a long one that began last would run while the other core idles. */
class LongFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const group = ({ project, moduleId }: TestSpecification) =>
			`${project.name} ${moduleId.includes("/tests/e2e/") ? "first" : "then"}`;
		const sorted = await super.sort(files);
		return sorted.sort((a, b) => group(a).localeCompare(group(b)));
	}
}

export default defineConfig({
	...common,
	test: {
		// One core less than there are, as is the default, would leave half of a machine with two idle; three gain nothing.
		maxWorkers: 2,
		sequence: { sequencer: LongFirst },
		projects: [
			{
				...common,
				test: {
					...settings,
					name: "sqlite",
					include: ["tests/**/*.test.ts"],
					exclude: POSTGRES,
					env,
					globalSetup: ["tests/support/built-hub.ts"],
				},
			},
			{
				...common,
				test: {
					...settings,
					name: "postgres",
					include: [...BOTH, ...POSTGRES],
					// It reads what is published, and solves for the rest: the engine makes no difference.
					exclude: ["tests/subgraph/intruder.test.ts"],
					env: { ...env, TEST_ENGINE: "postgres" },
					globalSetup: ["tests/support/postgres.ts"],
				},
			},
		],
	},
});
