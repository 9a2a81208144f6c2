import type { Config } from "../../../shared/config.ts";

/**
 * The configuration of a sandbox: a folder and a port of its own, development keys, and nothing of the real hub: neither
 * its database nor its identity provider, its keys or its schedule. Throws in production, where nobody may choose a role.
 */
export function sandboxConfig(config: Config): Config {
	if (config.production)
		throw new Error(
			"NODE_ENV: production has no sandbox, as everybody may take any role in it; start it without NODE_ENV=production",
		);
	const { sandbox, http, releases, openData } = config;
	return {
		...config,
		dataDir: sandbox.dir,
		port: sandbox.port,
		databaseUrl: undefined,
		readUrls: [],
		subgraphUrls: undefined,
		issuer: undefined,
		signIn: undefined,
		signingKeyFile: undefined,
		signingKeyAlsoFile: undefined,
		// A browser must not show an answer of the sandbox for one of a real hub at the same address.
		http: { ...http, cacheSeconds: 0 },
		releases: { ...releases, schedule: undefined },
		openData: { ...openData, publisher: `${openData.publisher}, sandbox (synthetic records)` },
	};
}
