import type { Config } from "../../shared/config.ts";
import { developmentIssuer, developmentSecret } from "./development.ts";
import { type ReadViewer, viewersOf } from "./verify.ts";

/** Verifies tokens of the configured issuer, or of a development issuer, which production does not allow. */
export async function configuredViewers(config: Config): Promise<ReadViewer> {
	if (config.issuer) return viewersOf(config.issuer);
	if (config.production)
		throw new Error(
			"HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE: are missing; NODE_ENV=production does not accept development keys",
		);
	return viewersOf(await developmentIssuer(config.dataDir));
}

/** The secret shared by gateway and subgraphs that run as separate processes. */
export function configuredSecret(config: Config): string {
	if (config.internalSecret) return config.internalSecret;
	if (config.production)
		throw new Error(
			"HUB_INTERNAL_SECRET: is missing; gateway and subgraphs need the same secret, of at least 32 characters, to pass on the viewer",
		);
	return developmentSecret(config.dataDir);
}
