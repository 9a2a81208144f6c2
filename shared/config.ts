import { resolve } from "node:path";
import { z } from "zod";
import {
	DATABASE_VARIABLES,
	type DatabaseBounds,
	databaseBoundsOf,
	isPostgres,
} from "./config-database.ts";
import {
	ConfigError,
	type ConfigFault,
	type ReportFault,
	readVariable,
	reportUnknown,
} from "./config-faults.ts";
import { HEALTH_VARIABLES } from "./config-health.ts";
import {
	HTTP_VARIABLES,
	type HttpConfig,
	httpConfigOf,
	isWebAddress,
	webAddress,
} from "./config-http.ts";
import { IMPORT_VARIABLES, type ImportLimits, importLimitsOf } from "./config-imports.ts";
import { OBSERVE_VARIABLES, type ObserveConfig, observeConfigOf } from "./config-observe.ts";
import { RELEASE_VARIABLES, type ReleaseConfig, releaseConfigOf } from "./config-releases.ts";
import { RETENTION_VARIABLES, type RetentionConfig, retentionOf } from "./config-retention.ts";
import {
	type ClaimNames,
	claimNamesOf,
	SIGN_IN_VARIABLES,
	type SignInConfig,
	signInConfigOf,
} from "./config-sign-in.ts";
import { type Limits, limitsOf, limitVariables } from "./limits/limits.ts";
import { milliseconds } from "./limits/variables.ts";

const addresses = z
	.string()
	.transform((text, ctx) => {
		if (text.trim() === "") return undefined;
		return Object.fromEntries(
			text.split(",").map((entry) => {
				const [name, url] = entry.split(/=(.*)/s).map((part) => part.trim());
				if (!name || !url || !isWebAddress(url)) {
					ctx.addIssue({ code: "custom", message: `"${entry}" is not name=http://host:port` });
					return ["", ""];
				}
				return [name, url];
			}),
		);
	})
	.optional();

const secret = z.string().min(32, "is shorter than 32 characters").optional();

/** The publisher, as the catalogue of the open data names it. */
export type OpenDataConfig = {
	/** Name of the organization. */
	publisher: string;
	/** "mailto:…" or a web address; absent for the page of the open data itself. */
	contact?: string;
	/** Address of the licence under which the compilation is offered. */
	licence: string;
};

/** The default: the hub itself, and the licence of its seed data. */
export const OPEN_DATA: OpenDataConfig = {
	publisher: "Throughline",
	licence: "https://spdx.org/licenses/MIT",
};

/** Not the hub's, so that a browser keeps nothing of the one for the other. */
const SANDBOX_PORT = 4001;

const schema = z.object({
	PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
	HUB_DATA_DIR: z
		.string()
		.min(1)
		.default("data")
		.transform((dir) => resolve(dir)),
	HUB_SANDBOX_DIR: z
		.string()
		.min(1)
		.default("data-sandbox")
		.transform((dir) => resolve(dir)),
	HUB_DATABASE_URL: z
		.string()
		.refine(isPostgres, "is not an address such as postgres://user@host:5432/hub")
		.optional(),
	HUB_SUBGRAPH_URLS: addresses,
	HUB_SUBGRAPH_TIMEOUT_MS: milliseconds(10_000),
	NODE_ENV: z.enum(["production", "development", "test"]).optional(),
	HUB_ISSUER: z.string().min(1).optional(),
	HUB_AUDIENCE: z.string().min(1).optional(),
	HUB_JWKS_URL: webAddress("https://login.example.org/jwks").optional(),
	HUB_JWKS_FILE: z.string().min(1).optional(),
	HUB_SIGNING_KEY_FILE: z.string().min(1).optional(),
	HUB_SIGNING_KEY_ALSO_FILE: z.string().min(1).optional(),
	HUB_DATA_PUBLISHER: z.string().min(1).default(OPEN_DATA.publisher),
	HUB_DATA_CONTACT: z
		.string()
		.regex(/^(mailto:[^@\s]+@[^@\s]+|https?:\/\/\S+)$/, "is not mailto:… or a web address")
		.optional(),
	HUB_DATA_LICENSE: webAddress("https://spdx.org/licenses/MIT").default(OPEN_DATA.licence),
	HUB_INTERNAL_SECRET: secret,
	HUB_INTERNAL_SECRET_ALSO: secret,
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
	...DATABASE_VARIABLES,
	...HEALTH_VARIABLES,
	...HTTP_VARIABLES,
	...limitVariables,
	...IMPORT_VARIABLES,
	...RELEASE_VARIABLES,
	...RETENTION_VARIABLES,
	...OBSERVE_VARIABLES,
	...SIGN_IN_VARIABLES,
});

/** Every variable with its default. */
export const VARIABLES: Array<{ name: string; default: unknown }> = Object.entries(
	schema.shape,
).map(([name, field]) => ({ name, default: field.safeParse(undefined).data }));

export type Config = {
	port: number;
	/** How the hub is reached. */
	http: HttpConfig;
	/** Absolute folder of the SQLite files. */
	dataDir: string;
	/** Where the sandbox is: its folder, and the port that it has in place of the hub's. */
	sandbox: { dir: string; port: number };
	/** A PostgreSQL database; absent for SQLite files. */
	databaseUrl?: string;
	/** Its replicas, for reads. */
	readUrls: readonly string[];
	/** Which parts the hub must have to be ready. */
	readyRequires: "local" | "all" | readonly string[];
	/** Connections and deadlines of the databases. */
	database: DatabaseBounds;
	/** Subgraph name → GraphQL endpoint; absent when all run in this process. */
	subgraphUrls?: Record<string, string>;
	subgraphTimeoutMs: number;
	logLevel: string;
	/** Whether development keys are refused. */
	production: boolean;
	/** Issuer of access tokens; absent if none is configured. */
	issuer?: Issuer;
	/** Where people sign in to the console; absent if none is configured. */
	signIn?: SignInConfig;
	/** How long a session of the console lasts at most. */
	sessionHours: number;
	/** Secret that gateway and subgraphs share; it signs the viewer. */
	internalSecret?: string;
	/** While the secret is changed: another one that is accepted, but does not sign. */
	internalSecretAlso?: string;
	/** File of the private Ed25519 JWK that signs requests to partners; absent for one made in the data folder. */
	signingKeyFile?: string;
	/** While the key is changed: another one that is published, but does not sign. */
	signingKeyAlsoFile?: string;
	limits: Limits;
	/** Bounds of imports. */
	imports: ImportLimits;
	openData: OpenDataConfig;
	/** Rules and schedule of releases of statistics. */
	releases: ReleaseConfig;
	/** How long what the hub notes is kept. */
	retention: RetentionConfig;
	/** Metrics and logs. */
	observe: ObserveConfig;
};

/** Issuer and audience of access tokens, and where the keys (JWKS) are: an address or a file. */
export type Issuer = {
	issuer: string;
	audience: string;
	jwks: { url: string } | { file: string };
	/** Which claims say who a viewer is; absent for role, center and organization. */
	claims?: ClaimNames;
};

type Read = z.output<typeof schema>;

/** The issuer; undefined if none is configured, or a part is missing, which is reported. */
function issuerOf(read: Read, report: ReportFault): Issuer | undefined {
	const { HUB_ISSUER, HUB_AUDIENCE, HUB_JWKS_URL, HUB_JWKS_FILE } = read;
	if (HUB_JWKS_URL && HUB_JWKS_FILE)
		report("HUB_JWKS_URL, HUB_JWKS_FILE", "are both set; set the one that has the issuer's keys");
	const given = [HUB_ISSUER, HUB_AUDIENCE, HUB_JWKS_URL ?? HUB_JWKS_FILE];
	if (given.every((value) => value === undefined)) return undefined;
	const names = ["HUB_ISSUER", "HUB_AUDIENCE", "HUB_JWKS_URL or HUB_JWKS_FILE"];
	const missing = names.filter((_, index) => given[index] === undefined);
	if (missing.length > 0) report(missing.join(", "), "is missing; set all three or none");
	if (!HUB_ISSUER || !HUB_AUDIENCE || missing.length > 0) return undefined;
	const jwks = HUB_JWKS_URL ? { url: HUB_JWKS_URL } : { file: HUB_JWKS_FILE ?? "" };
	return { issuer: HUB_ISSUER, audience: HUB_AUDIENCE, jwks, claims: claimNamesOf(read) };
}

/** Variables that are not used without another one. */
function reportUnused(read: Read, report: ReportFault): void {
	if (read.HUB_DATABASE_READ_URLS.length > 0 && read.HUB_DATABASE_URL === undefined)
		report(
			"HUB_DATABASE_READ_URLS",
			"is set, but HUB_DATABASE_URL is not; it names replicas of that database",
		);
	for (const [also, first] of [
		["HUB_INTERNAL_SECRET_ALSO", "HUB_INTERNAL_SECRET"],
		["HUB_SIGNING_KEY_ALSO_FILE", "HUB_SIGNING_KEY_FILE"],
	] as const) {
		if (read[also] === undefined) continue;
		if (read[first] === undefined)
			report(
				also,
				`is set, but ${first} is not; it comes beside it, while one takes the other's place`,
			);
		else if (read[first] === read[also])
			report(also, `is the same as ${first}; set the other one, or remove it`);
	}
}

/** The configuration that an environment gives, with defaults in place of what is wrong, and everything that is wrong. */
export function inspectConfig(env: NodeJS.ProcessEnv = process.env): {
	config: Config;
	faults: ConfigFault[];
} {
	const faults: ConfigFault[] = [];
	const report: ReportFault = (names, text) => faults.push({ names, text });
	const read = Object.fromEntries(
		Object.entries(schema.shape).map(([name, field]) => [
			name,
			readVariable(name, field, env[name], report),
		]),
	) as Read;
	reportUnknown(env, Object.keys(schema.shape), report);
	const wrong = new Set(faults.map(({ names }) => names));
	// What is missing only because it is wrong has been told.
	const reportTogether: ReportFault = (names, text) => {
		if (!names.split(/, | or /).some((name) => wrong.has(name))) report(names, text);
	};
	reportUnused(read, reportTogether);
	const issuer = issuerOf(read, reportTogether);
	const production = read.NODE_ENV === "production";
	const config: Config = {
		port: read.PORT,
		dataDir: read.HUB_DATA_DIR,
		sandbox: {
			dir: read.HUB_SANDBOX_DIR,
			port: env.PORT === undefined ? SANDBOX_PORT : read.PORT,
		},
		databaseUrl: read.HUB_DATABASE_URL,
		readUrls: read.HUB_DATABASE_READ_URLS,
		database: databaseBoundsOf(read),
		readyRequires: read.HUB_READY_REQUIRES,
		subgraphUrls: read.HUB_SUBGRAPH_URLS,
		subgraphTimeoutMs: read.HUB_SUBGRAPH_TIMEOUT_MS,
		logLevel: read.LOG_LEVEL,
		production,
		issuer,
		signIn: signInConfigOf(read, { hasIssuer: issuer !== undefined, production }, reportTogether),
		sessionHours: read.HUB_SESSION_HOURS,
		internalSecret: read.HUB_INTERNAL_SECRET,
		internalSecretAlso: read.HUB_INTERNAL_SECRET_ALSO,
		signingKeyFile: read.HUB_SIGNING_KEY_FILE,
		signingKeyAlsoFile: read.HUB_SIGNING_KEY_ALSO_FILE,
		http: httpConfigOf(read, production),
		limits: limitsOf(read),
		imports: importLimitsOf(read),
		releases: releaseConfigOf(read),
		retention: retentionOf(read),
		observe: observeConfigOf(read, production),
		openData: {
			publisher: read.HUB_DATA_PUBLISHER,
			contact: read.HUB_DATA_CONTACT,
			licence: read.HUB_DATA_LICENSE,
		},
	};
	return { config, faults };
}

/** Reads the environment, the only place that does. Throws a ConfigError with everything that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const { config, faults } = inspectConfig(env);
	if (faults.length > 0) throw new ConfigError(faults);
	return config;
}
