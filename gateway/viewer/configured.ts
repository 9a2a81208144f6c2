import type { Config } from "../../shared/config.ts";
import type { Log } from "../../shared/log.ts";
import type { Secrets } from "../../shared/viewer/signed-header.ts";
import { developmentIssuer, developmentSecret } from "./development.ts";
import { type ReadViewer, viewersOf } from "./verify.ts";

/** Verifies tokens of the configured issuer, or of a development issuer, which production does not allow. */
export async function configuredViewers(config: Config, log?: Log): Promise<ReadViewer> {
	if (config.issuer) return viewersOf(config.issuer, log);
	if (config.production)
		throw new Error(
			"HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE: are missing; NODE_ENV=production does not accept development keys",
		);
	return viewersOf(await developmentIssuer(config.dataDir), log);
}

/** The secrets shared by gateway and subgraphs that run as separate processes. */
export function configuredSecrets(config: Config): Secrets {
	const { internalSecret, internalSecretAlso } = config;
	if (internalSecret)
		return internalSecretAlso ? [internalSecret, internalSecretAlso] : [internalSecret];
	if (config.production)
		throw new Error(
			"HUB_INTERNAL_SECRET: is missing; gateway and subgraphs need the same secret, of at least 32 characters, to pass on the viewer",
		);
	return [developmentSecret(config.dataDir)];
}
