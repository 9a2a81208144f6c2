import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Config, inspectConfig } from "../../shared/config.ts";
import { ConfigError, type ConfigFault } from "../../shared/config-faults.ts";
import { keyIn } from "../../subgraphs/registry/proof/hub-key.ts";
import { readTrusted } from "../limits/trusted-operations.ts";
import { readClientSecret } from "../session/provider.ts";
import { readKeyFile } from "../viewer/key-file.ts";
import { type DataPlace, statesOf } from "./data/databases.ts";
import { missingFor } from "./required-config.ts";

/** What `check` throws as a fault; its message begins with the name of the variable. */
async function faultOf(check: () => unknown): Promise<ConfigFault[]> {
	try {
		await check();
		return [];
	} catch (error) {
		const [, names = "", text = ""] = /^(\w+): (.*)$/s.exec((error as Error).message) ?? [];
		if (names === "") throw error;
		return [{ names, text }];
	}
}

/** Throws an Error unless the folder can be written, or made where it does not exist yet. */
function checkFolder(name: string, folder: string): void {
	const wrong = (reason: string) =>
		new Error(`${name}: ${folder} ${reason}; expected a folder that the hub may write`);
	if (existsSync(folder) && !statSync(folder).isDirectory()) throw wrong("is not a folder");
	let nearest = folder;
	while (!existsSync(nearest)) nearest = dirname(nearest);
	try {
		accessSync(nearest, constants.W_OK | constants.X_OK);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw wrong(`cannot be ${nearest === folder ? "written" : "made"} (${code})`);
	}
}

/** The faults of the files and folders that the configuration names. */
async function filesOf(config: Config): Promise<ConfigFault[]> {
	const { issuer, signIn, signingKeyFile, signingKeyAlsoFile, limits, dataDir } = config;
	const jwks = issuer?.jwks;
	const checks: Array<() => unknown> = [
		() => checkFolder("HUB_DATA_DIR", dataDir),
		() => jwks && "file" in jwks && readKeyFile(jwks.file),
		() => signIn && readClientSecret(signIn.clientSecretFile),
		() => signingKeyFile && keyIn(signingKeyFile, "HUB_SIGNING_KEY_FILE"),
		() => signingKeyAlsoFile && keyIn(signingKeyAlsoFile, "HUB_SIGNING_KEY_ALSO_FILE"),
		() => readTrusted(limits.trustedFile),
	];
	return (await Promise.all(checks.map(faultOf))).flat();
}

/** The faults of databases that are there, each reason once. One that does not exist yet is none. */
export async function databaseFaults({ dataDir, databaseUrl }: DataPlace): Promise<ConfigFault[]> {
	const names = databaseUrl ? "HUB_DATABASE_URL" : "HUB_DATA_DIR";
	try {
		const reasons = (await statesOf({ dataDir, databaseUrl })).flatMap(({ unfit }) => unfit ?? []);
		return [...new Set(reasons)].map((text) => ({ names, text: `cannot be used: ${text}` }));
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return [{ names, text: `the database cannot be read (${code ?? message})` }];
	}
}

/** Tells everything that is wrong with the configuration of a part of the hub. Changes nothing. Throws a ConfigError. */
export async function checkConfig(part: string): Promise<void> {
	const { config, faults } = inspectConfig();
	const told = new Set(faults.flatMap(({ names }) => names.split(/, | or /)));
	const isNew = ({ names }: ConfigFault) =>
		!names.split(/, | and | or /).some((name) => told.has(name));
	const missing = missingFor(part, config).filter(isNew);
	const all = [
		...faults,
		...missing,
		...(await filesOf(config)),
		...(await databaseFaults(config)),
	];
	if (all.length > 0) throw new ConfigError(all);
	const kind = config.production ? "production" : "development";
	console.log(`The configuration is right for ${part === "hub" ? "the hub" : part}, in ${kind}.`);
}
