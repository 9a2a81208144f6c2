import { resolve } from "node:path";
import { z } from "zod";
import { DATABASE_VARIABLES, type DatabaseBounds, databaseBoundsOf } from "./config-database.ts";
import { HEALTH_VARIABLES } from "./config-health.ts";
import { HTTP_VARIABLES, type HttpConfig, httpConfigOf } from "./config-http.ts";
import { IMPORT_VARIABLES, type ImportLimits, importLimitsOf } from "./config-imports.ts";
import { OBSERVE_VARIABLES, type ObserveConfig, observeConfigOf } from "./config-observe.ts";
import { RELEASE_VARIABLES, type ReleaseConfig, releaseConfigOf } from "./config-releases.ts";
import {
	type ClaimNames,
	claimNamesOf,
	SIGN_IN_VARIABLES,
	type SignInConfig,
	signInConfigOf,
} from "./config-sign-in.ts";
import { type Limits, limitsOf, limitVariables } from "./limits/limits.ts";

const addresses = z
	.string()
	.transform((text, ctx) => {
		if (text.trim() === "") return undefined;
		return Object.fromEntries(
			text.split(",").map((entry) => {
				const [name, url] = entry.split(/=(.*)/s).map((part) => part.trim());
				if (!name || !url || !URL.canParse(url)) {
					ctx.addIssue({ code: "custom", message: `"${entry}" is not name=http://host:port` });
					return ["", ""];
				}
				return [name, url];
			}),
		);
	})
	.optional();

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
		.regex(/^postgres(ql)?:\/\//, "is not an address such as postgres://user@host:5432/hub")
		.optional(),
	HUB_SUBGRAPH_URLS: addresses,
	HUB_SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(10).default(10_000),
	NODE_ENV: z.string().optional(),
	HUB_ISSUER: z.string().min(1).optional(),
	HUB_AUDIENCE: z.string().min(1).optional(),
	HUB_JWKS_URL: z.url().optional(),
	HUB_JWKS_FILE: z.string().min(1).optional(),
	HUB_SIGNING_KEY_FILE: z.string().min(1).optional(),
	HUB_DATA_PUBLISHER: z.string().min(1).default(OPEN_DATA.publisher),
	HUB_DATA_CONTACT: z
		.string()
		.regex(/^(mailto:[^@\s]+@[^@\s]+|https?:\/\/\S+)$/, "is not mailto:… or a web address")
		.optional(),
	HUB_DATA_LICENSE: z.url().default(OPEN_DATA.licence),
	HUB_INTERNAL_SECRET: z.string().min(32, "is shorter than 32 characters").optional(),
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
	...DATABASE_VARIABLES,
	...HEALTH_VARIABLES,
	...HTTP_VARIABLES,
	...limitVariables,
	...IMPORT_VARIABLES,
	...RELEASE_VARIABLES,
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
	/** File of the private Ed25519 JWK that signs requests to partners; absent for one made in the data folder. */
	signingKeyFile?: string;
	limits: Limits;
	/** Bounds of imports. */
	imports: ImportLimits;
	openData: OpenDataConfig;
	/** Rules and schedule of releases of statistics. */
	releases: ReleaseConfig;
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

function issuerOf(read: z.output<typeof schema>): Issuer | undefined {
	const { HUB_ISSUER, HUB_AUDIENCE, HUB_JWKS_URL, HUB_JWKS_FILE } = read;
	const given = [HUB_ISSUER, HUB_AUDIENCE, HUB_JWKS_URL ?? HUB_JWKS_FILE];
	if (given.every((value) => value === undefined)) return undefined;
	const names = ["HUB_ISSUER", "HUB_AUDIENCE", "HUB_JWKS_URL or HUB_JWKS_FILE"];
	const missing = names.filter((_, index) => given[index] === undefined);
	if (!HUB_ISSUER || !HUB_AUDIENCE || missing.length > 0)
		throw new Error(
			`Configuration is wrong. ${missing.join(", ")}: is missing; set all three or none`,
		);
	const jwks = HUB_JWKS_URL ? { url: HUB_JWKS_URL } : { file: HUB_JWKS_FILE ?? "" };
	return { issuer: HUB_ISSUER, audience: HUB_AUDIENCE, jwks, claims: claimNamesOf(read) };
}

/** Reads the environment, the only place that does. Throws an Error naming each wrong variable and what was expected. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const read = schema.safeParse(env);
	if (!read.success) {
		const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
		throw new Error(`Configuration is wrong. ${faults.join("; ")}`);
	}
	const issuer = issuerOf(read.data);
	const production = read.data.NODE_ENV === "production";
	return {
		port: read.data.PORT,
		dataDir: read.data.HUB_DATA_DIR,
		sandbox: {
			dir: read.data.HUB_SANDBOX_DIR,
			port: env.PORT === undefined ? SANDBOX_PORT : read.data.PORT,
		},
		databaseUrl: read.data.HUB_DATABASE_URL,
		readUrls: read.data.HUB_DATABASE_READ_URLS,
		database: databaseBoundsOf(read.data),
		readyRequires: read.data.HUB_READY_REQUIRES,
		subgraphUrls: read.data.HUB_SUBGRAPH_URLS,
		subgraphTimeoutMs: read.data.HUB_SUBGRAPH_TIMEOUT_MS,
		logLevel: read.data.LOG_LEVEL,
		production,
		issuer,
		signIn: signInConfigOf(read.data, { hasIssuer: issuer !== undefined, production }),
		sessionHours: read.data.HUB_SESSION_HOURS,
		internalSecret: read.data.HUB_INTERNAL_SECRET,
		signingKeyFile: read.data.HUB_SIGNING_KEY_FILE,
		http: httpConfigOf(read.data, production),
		limits: limitsOf(read.data),
		imports: importLimitsOf(read.data),
		releases: releaseConfigOf(read.data),
		observe: observeConfigOf(read.data, production),
		openData: {
			publisher: read.data.HUB_DATA_PUBLISHER,
			contact: read.data.HUB_DATA_CONTACT,
			licence: read.data.HUB_DATA_LICENSE,
		},
	};
}
