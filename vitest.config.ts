import { defineConfig } from "vitest/config";

export default defineConfig({
	// Vitest would load graphql as ESM and as CJS: two realms, two GraphQLSchema classes.
	resolve: { alias: { graphql: "graphql/index.js" } },
	test: {
		include: ["tests/**/*.test.ts"],
		setupFiles: ["tests/support/setup.ts"],
		env: { APOLLO_TELEMETRY_DISABLED: "1" },
		testTimeout: 60_000,
		hookTimeout: 120_000,
	},
});
