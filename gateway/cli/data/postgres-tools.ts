import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
/** Where Debian keeps the programs of each version of PostgreSQL. */
const DEBIAN = "/usr/lib/postgresql";
const CONNECT_MS = 10_000;

type Program = "pg_dump" | "pg_restore";
type Found = { path: string; major: number };

/** Every program of this name on this machine: in the configured folder alone, if one is configured. */
async function findAll(program: Program, folder: string | undefined): Promise<Found[]> {
	const debian = existsSync(DEBIAN)
		? readdirSync(DEBIAN).map((one) => join(DEBIAN, one, "bin"))
		: [];
	const paths = folder
		? [join(folder, program)]
		: [...debian.map((bin) => join(bin, program)), program];
	const found: Found[] = [];
	for (const path of paths) {
		const { stdout } = await run(path, ["--version"]).catch(() => ({ stdout: "" }));
		const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
		if (major) found.push({ path, major });
	}
	return found.sort((one, other) => one.major - other.major);
}

/** A program of the server's version or a later one. Throws an Error that says what was found and what to install. */
async function find(program: Program, server: number, folder: string | undefined): Promise<string> {
	const all = await findAll(program, folder);
	const fitting = all.find(({ major }) => major >= server);
	if (fitting) return fitting.path;
	const there =
		all.length === 0
			? "none was found"
			: `found: ${all.map(({ path, major }) => `${path} (${major})`).join(", ")}`;
	const places = folder ?? `PATH and ${DEBIAN}`;
	throw new Error(
		`${program} of version ${server} or later is needed, as the server has version ${server}; looked in ${places}, ${there}. Install it (on Debian: postgresql-client-${server}) or name its folder in HUB_POSTGRES_BIN. The packages that the hub installs have no ${program}`,
	);
}

/** Runs `work` with one connection. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** The major version of the server. */
function versionOf(url: string): Promise<number> {
	return withClient(url, async (client) => {
		const { rows } = await client.query("SHOW server_version_num");
		return Math.floor(Number(rows[0].server_version_num) / 10_000);
	});
}

/** Runs a program on the database; the password is in no argument, which other users of the machine could read. */
async function onDatabase(path: string, url: string, args: string[]): Promise<void> {
	const address = new URL(url);
	const password = decodeURIComponent(address.password);
	address.password = "";
	const env = { ...process.env, ...(password && { PGPASSWORD: password }) };
	try {
		await run(path, ["--no-password", `--dbname=${address.href}`, ...args], { env });
	} catch (error) {
		const { stderr = "", message } = error as Error & { stderr?: string };
		throw new Error(stderr.trim() || message);
	}
}

/** Dumps schemas of a database as they are at one moment, while hubs write to it. */
export async function dumpPostgres(
	url: string,
	schemas: readonly string[],
	file: string,
	bin: string | undefined,
): Promise<void> {
	const path = await find("pg_dump", await versionOf(url), bin);
	const args = ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`];
	await onDatabase(path, url, [...args, ...schemas.map((schema) => `--schema=${schema}`)]);
}

/** What makes a database other than empty; undefined for one that has nothing in it. */
export function contentOf(url: string): Promise<string | undefined> {
	return withClient(url, async (client) => {
		const { rows } = await client.query(
			"SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' UNION ALL SELECT n.nspname FROM pg_namespace n WHERE n.nspname = ANY($1) LIMIT 1",
			[["institutes", "mep", "engagements", "registry", "sessions", "imports"]],
		);
		return rows[0]?.name;
	});
}

/** The restore of a dump into an empty database, as one transaction; rejects at once where no program can read it. */
export async function preparePostgresRestore(
	url: string,
	file: string,
	bin: string | undefined,
): Promise<() => Promise<void>> {
	const path = await find("pg_restore", await versionOf(url), bin);
	await run(path, ["--list", file]).catch(({ stderr = "", message = "" }) => {
		throw new Error(`${path} cannot read the backup: ${stderr.trim() || message}`);
	});
	const args = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", file];
	return () => onDatabase(path, url, args);
}
