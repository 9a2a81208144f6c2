import { describe, expect, it } from "vitest";
import { inspectConfig, VARIABLES } from "../../shared/config.ts";

const DAY = "from 10 to 86400000";
const MS = "a whole number from 100 to 3600000";
const WEB = /is not an address such as https:/;
const POSTGRES = /is not .*postgres:\/\/user@host:5432\/hub/;
const ADDRESS = /is not an address such as 127\.0\.0\.1, 0\.0\.0\.0, ::1 or ::/;
const TEXT = "expected a text that is not empty";
const BY_ROLE = /is not a whole number, or ROLE=number with one of PUBLIC, /;
const CRON = /is not a cron expression such as \d/;
const LEAST_1 = "a whole number of at least 1";
const LEAST_0 = "a whole number of at least 0";

/** Of every variable, values that are none, with what is told to be allowed. */
const WRONG: Record<string, [values: string[], allowed: string | RegExp]> = {
	PORT: [["http", "70000", "-1", "1.5", "0x10", ""], "a whole number from 0 to 65535"],
	HUB_HOST: [["a b", "127.0.0.1:4000", "http://[::1]", ""], ADDRESS],
	HUB_PUBLIC_URL: [["data.example.org", "ftp://x.example", "https://x.example?a=b", ""], WEB],
	HUB_TRUSTED_PROXIES: [["everybody", "10.0.0.0/99"], /is not an address, a network such as/],
	HUB_CORS_ORIGINS: [["null", "https://x.example/"], /is not an origin such as https:/],
	HUB_CACHE_SECONDS: [["-1", "31536001", "soon"], "a whole number from 0 to 31536000"],
	HUB_DATA_DIR: [[""], TEXT],
	HUB_SANDBOX_DIR: [[""], TEXT],
	HUB_DATABASE_URL: [
		["mysql://db/hub", "db", "postgres://", "postgres://db:port/hub", ""],
		POSTGRES,
	],
	HUB_DATABASE_READ_URLS: [["replica:5432", "postgres://a/hub,http://b/hub x"], POSTGRES],
	HUB_DATABASE_REPLICA_WAIT_MS: [["-1", "60001"], "a whole number from 0 to 60000"],
	HUB_DATABASE_READ_CONNECTIONS: [["0", "1001"], "a whole number from 1 to 1000"],
	HUB_DATABASE_WRITE_CONNECTIONS: [["0", "1001"], "a whole number from 1 to 1000"],
	HUB_DATABASE_CONNECT_MS: [["99", "5s", ""], MS],
	HUB_DATABASE_WAIT_MS: [["99", "3600001"], MS],
	HUB_DATABASE_LOCK_MS: [["99", "3600001"], MS],
	HUB_DATABASE_STATEMENT_MS: [["99", "3600001"], MS],
	HUB_READY_REQUIRES: [["some", "mep,all"], /is not local, all, or some of institutes, mep/],
	HUB_SUBGRAPH_URLS: [
		["mep", "mep=localhost:4001", "mep=ftp://a", "=http://a"],
		/is not name=http/,
	],
	HUB_SUBGRAPH_TIMEOUT_MS: [["9", "86400001", "never"], DAY],
	HUB_ISSUER: [[""], TEXT],
	HUB_AUDIENCE: [[""], TEXT],
	HUB_JWKS_URL: [["login.example.org/jwks", "file:///jwks.json", ""], WEB],
	HUB_JWKS_FILE: [[""], TEXT],
	HUB_CLAIM_ROLE: [[""], TEXT],
	HUB_CLAIM_CENTER: [[""], TEXT],
	HUB_CLAIM_ORGANIZATION: [[""], TEXT],
	HUB_OIDC_ISSUER: [["login.example.org", "ldap://x.example", ""], WEB],
	HUB_OIDC_CLIENT_ID: [[""], TEXT],
	HUB_OIDC_CLIENT_SECRET_FILE: [[""], TEXT],
	HUB_OIDC_SCOPES: [["profile", "openid,profile", ""], /is not a list such as "openid profile"/],
	HUB_OIDC_PARAMETERS: [["resource", "=x", "resource="], /is not name=value/],
	HUB_SESSION_HOURS: [["0", "721", "a day"], "a whole number from 1 to 720"],
	HUB_INTERNAL_SECRET: [["swordfish", ""], "is shorter than 32 characters"],
	HUB_INTERNAL_SECRET_ALSO: [["swordfish", ""], "is shorter than 32 characters"],
	HUB_SIGNING_KEY_FILE: [[""], TEXT],
	HUB_SIGNING_KEY_ALSO_FILE: [[""], TEXT],
	HUB_DATA_PUBLISHER: [[""], TEXT],
	HUB_DATA_CONTACT: [["somebody", "mailto:nobody", ""], /is not mailto:… or a web address/],
	HUB_DATA_LICENSE: [["MIT", "javascript:alert(1)", ""], WEB],
	HUB_MAX_COST: [["many", "NOBODY=3", "PUBLIC=", "PUBLIC=0", "1.5"], BY_ROLE],
	HUB_ASSUMED_LIST_SIZE: [["0", "1e3"], LEAST_1],
	HUB_MAX_DEPTH: [["0", "deep"], LEAST_1],
	HUB_MAX_FIELDS: [["0", "1.5"], LEAST_1],
	HUB_MAX_ALIASES: [["-1"], LEAST_0],
	HUB_MAX_DIRECTIVES: [["-1"], LEAST_0],
	HUB_MAX_FRAGMENTS: [["-1"], LEAST_0],
	HUB_MAX_TOKENS: [["0", ""], LEAST_1],
	HUB_MAX_MUTATIONS: [["0"], LEAST_1],
	HUB_MAX_LIST: [["0"], LEAST_1],
	HUB_TRUSTED_OPERATIONS: [[""], TEXT],
	HUB_TRUSTED_COST_FACTOR: [["0"], LEAST_1],
	HUB_TRUSTED_ONLY: [["ALL", "public"], /is not one of PUBLIC, FIELD_STAFF, /],
	HUB_DEADLINE_MS: [["9", "9999999999", "30s"], DAY],
	HUB_MUTATION_DEADLINE_MS: [["9", "9999999999"], DAY],
	HUB_MAX_STEPS: [["0"], LEAST_1],
	HUB_MAX_ANSWER_BYTES: [["999"], "a whole number of at least 1000"],
	HUB_HEADERS_TIMEOUT_MS: [["9", "9999999999"], DAY],
	HUB_REQUEST_TIMEOUT_MS: [["9", "9999999999"], DAY],
	HUB_IDLE_TIMEOUT_MS: [["9", "9999999999"], DAY],
	HUB_KEEP_ALIVE_TIMEOUT_MS: [["9", "9999999999"], DAY],
	HUB_STOP_DELAY_MS: [["-1", "600001"], "a whole number from 0 to 600000"],
	HUB_STOP_GRACE_MS: [["9", "9999999999"], DAY],
	HUB_RATE_REQUESTS: [["many", "STAFF=1"], BY_ROLE],
	HUB_RATE_COST: [["many", "STAFF=1"], BY_ROLE],
	HUB_RATE_EXEMPT: [["10.0.0.0/99", "10.0.0.1"], /is not a network such as 10\.0\.0\.0\/8/],
	HUB_MUTATIONS_AT_ONCE: [["0"], LEAST_1],
	HUB_MUTATIONS_WAITING: [["0"], LEAST_1],
	HUB_MAX_LAG_MS: [["9", "9999999999"], DAY],
	HUB_IMPORT_MAX_BYTES: [["999", "1 GB"], "a whole number from 1000 to 10000000000"],
	HUB_IMPORT_MAX_UNPACKED_BYTES: [["999"], "a whole number from 1000 to 10000000000"],
	HUB_IMPORT_MAX_RECORD: [["999"], "a whole number from 1000 to 10000000"],
	HUB_IMPORT_MAX_CELLS: [["9"], "a whole number from 10 to 10000"],
	HUB_IMPORT_MAX_ROWS: [["0"], "a whole number from 1 to 100000000"],
	HUB_IMPORT_MAX_SECONDS: [["0"], "a whole number from 1 to 86400"],
	HUB_IMPORT_STALL_SECONDS: [["0"], "a whole number from 1 to 3600"],
	HUB_IMPORT_KEEP_DAYS: [["0"], "a whole number from 1 to 3650"],
	HUB_IMPORT_KEEP_BYTES: [["999"], "a whole number from 1000 to 1000000000000"],
	HUB_RELEASE_MIN_CONTRIBUTORS: [["2"], "must be at least 3"],
	HUB_RELEASE_MIN_MONEY_CONTRIBUTORS: [["4"], "must be at least 5"],
	HUB_RELEASE_MAX_SHARE_PERCENT: [["81"], "must be at most 80"],
	HUB_RELEASE_PRIOR_PERCENT: [["9"], "must be at least 10"],
	HUB_RELEASE_SCHEDULE: [["every month", "99 6 15 * *", ""], CRON],
	HUB_KEEP_OPERATIONS_DAYS: [["89"], "a whole number from 90 to 36500"],
	HUB_KEEP_DISCLOSURES_DAYS: [["29", ""], "a whole number from 30 to 36500"],
	HUB_PURGE_SCHEDULE: [["every night", ""], CRON],
	NODE_ENV: [["prod", ""], "one of production, development, test"],
	HUB_METRICS_PORT: [["70000", "metrics", ""], "a whole number from 0 to 65535"],
	HUB_METRICS_HOST: [["a b", "127.0.0.1:9090", "http://[::1]", ""], ADDRESS],
	HUB_ACCESS_LOG: [["yes", ""], "one of on, off"],
	HUB_SLOW_OPERATION_MS: [["-1"], "a whole number from 0 to 3600000"],
	LOG_LEVEL: [["loud", ""], "one of fatal, error, warn, info, debug, trace, silent"],
};
const SECRET = /SECRET(?!_FILE)|DATABASE_(READ_)?URL/;

it("of every variable is tried", () => {
	expect(Object.keys(WRONG).sort()).toEqual(VARIABLES.map(({ name }) => name).sort());
});

describe.each(Object.entries(WRONG))("a wrong value of %s", (name, [values, allowed]) => {
	it.each(values)("%j is told with the name, what it was and what is allowed", (value) => {
		const { faults } = inspectConfig({ [name]: value });
		expect(faults.map(({ names }) => names)).toEqual([name]);
		const [{ text } = { text: "" }] = faults;
		expect(text).toMatch(allowed);
		if (SECRET.test(name)) expect(text).toMatch(/not shown/);
		// Of a list the one part that is wrong.
		else expect(value.split(/[, ]/).some((part) => text.includes(`"${part}`))).toBe(true);
	});
});

it("that goes with another one is told where that is missing", () => {
	for (const [name, value, told] of [
		["HUB_DATABASE_READ_URLS", "postgres://replica/hub", /but HUB_DATABASE_URL is not/],
		["HUB_SIGNING_KEY_ALSO_FILE", "key.json", /but HUB_SIGNING_KEY_FILE is not/],
		["HUB_INTERNAL_SECRET_ALSO", "x".repeat(32), /but HUB_INTERNAL_SECRET is not/],
	] as const)
		expect(inspectConfig({ [name]: value }).faults).toEqual([
			{ names: name, text: expect.stringMatching(told) },
		]);
});
