import type { Config } from "../../shared/config.ts";
import { ConfigError, type ConfigFault } from "../../shared/config-faults.ts";
import { SUBGRAPHS } from "../embedded.ts";

/** The subgraphs whose addresses a part needs; undefined where there is no such part. */
function askedBy(part: string): string[] | undefined {
	if (part === "hub") return [];
	return part === "gateway" ? Object.keys(SUBGRAPHS) : SUBGRAPHS[part]?.dependsOn;
}

/** What a part of the hub ("hub" for all in one process) needs and the configuration lacks. */
export function missingFor(part: string, config: Config): ConfigFault[] {
	const asked = askedBy(part);
	if (!asked)
		throw new Error(
			`"${part}" is not a part of the hub; expected ${[...Object.keys(SUBGRAPHS), "gateway"].join(", ")}`,
		);
	const faults: ConfigFault[] = [];
	const missing = asked.filter((name) => !config.subgraphUrls?.[name]);
	if (missing.length > 0)
		faults.push({
			names: "HUB_SUBGRAPH_URLS",
			text: `the address of ${missing.join(", ")} is missing; expected ${asked.map((name) => `${name}=http://…/graphql`).join(",")}`,
		});
	if (!config.production) return faults;
	const meetsUsers = part === "hub" || part === "gateway";
	if (meetsUsers && !config.issuer)
		faults.push({
			names: "HUB_ISSUER, HUB_AUDIENCE and HUB_JWKS_URL or HUB_JWKS_FILE",
			text: "are missing; NODE_ENV=production does not accept development keys",
		});
	if (meetsUsers && !config.signingKeyFile)
		faults.push({
			names: "HUB_SIGNING_KEY_FILE",
			text: "is missing; production does not sign requests to partners with a key made by itself. Make one with: npm run hub -- partner keygen --out FILE",
		});
	if (part !== "hub" && !config.internalSecret)
		faults.push({
			names: "HUB_INTERNAL_SECRET",
			text: "is missing; gateway and subgraphs need the same secret, of at least 32 characters, to pass on the viewer",
		});
	return faults;
}

/** Throws a ConfigError with everything that the part needs and the configuration lacks. */
export function requireConfig(config: Config, part: string): void {
	const faults = missingFor(part, config);
	if (faults.length > 0) throw new ConfigError(faults);
}
