import type { Config } from "../../shared/config.ts";
import { developmentIssuer, developmentSecret } from "./development.ts";
import { type ReadViewer, viewersOf } from "./verify.ts";

/** How viewers are read: by the configured issuer, otherwise by one for development, which production refuses. */
export async function configuredViewers(config: Config): Promise<ReadViewer> {
	if (config.issuer) return viewersOf(config.issuer);
	if (config.production)
		throw new Error(
			"HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE: are missing; NODE_ENV=production takes no development keys",
		);
	return viewersOf(await developmentIssuer(config.dataDir));
}

/** What gateway and subgraphs share when they run as processes. */
export function configuredSecret(config: Config): string {
	if (config.internalSecret) return config.internalSecret;
	if (config.production)
		throw new Error(
			"HUB_INTERNAL_SECRET: is missing; gateway and subgraphs share it to pass on who asks, at least 32 characters",
		);
	return developmentSecret(config.dataDir);
}
