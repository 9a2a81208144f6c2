import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSignIn } from "../../gateway/session/sign-in.ts";
import { configuredViewers } from "../../gateway/viewer/configured.ts";
import { readConfig } from "../../shared/config.ts";
import { createLog, type Log } from "../../shared/log.ts";
import type { SignInOf } from "./console.ts";
import { AUDIENCE, CLIENT } from "./identity-provider.ts";

/** The environment of a hub whose people sign in at `issuer`. */
export function environmentOf(issuer: string): Record<string, string> {
	const secretFile = join(mkdtempSync(join(tmpdir(), "client-")), "secret");
	writeFileSync(secretFile, `${CLIENT.secret}\n`);
	return {
		HUB_ISSUER: issuer,
		HUB_AUDIENCE: AUDIENCE,
		HUB_JWKS_URL: `${issuer}/jwks`,
		HUB_OIDC_ISSUER: issuer,
		HUB_OIDC_CLIENT_ID: CLIENT.id,
		HUB_OIDC_CLIENT_SECRET_FILE: secretFile,
		HUB_OIDC_PARAMETERS: `resource=${AUDIENCE},prompt=consent`,
	};
}

/** Sign-in as the hub configures it from its environment. */
export function signInBy(
	env: Record<string, string>,
	log: Log = createLog("silent"),
	databaseUrl?: string,
): SignInOf {
	return async (dataDir) => {
		const config = { ...readConfig(env), dataDir, databaseUrl };
		const readViewer = await configuredViewers(config);
		return { readViewer, signIn: await openSignIn(config, readViewer, log) };
	};
}
