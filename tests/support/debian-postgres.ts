import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../bench/processes.ts";

const ROOT = "/usr/lib/postgresql";

/** The folder of an installed PostgreSQL with a server and pg_dump; the packages from npm have no pg_dump. */
export const DEBIAN_BIN = (existsSync(ROOT) ? readdirSync(ROOT) : [])
	.map((version) => join(ROOT, version, "bin"))
	.find((bin) =>
		["initdb", "pg_ctl", "pg_dump", "pg_restore"].every((one) => existsSync(join(bin, one))),
	);

/** Starts a server of Debian's PostgreSQL. */
export async function startDebianPostgres(): Promise<{ url: string; stop(): void }> {
	const dir = mkdtempSync(join(tmpdir(), "debian-postgres-"));
	chmodSync(dir, 0o777);
	const data = join(dir, "data");
	const port = await freePort();
	// The server refuses to run as root.
	const asPostgres = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
	const run = (program: string, ...args: string[]) => {
		const [command = "", ...all] = [...asPostgres, join(DEBIAN_BIN ?? "", program), ...args];
		execFileSync(command, all, { stdio: "ignore", cwd: dir });
	};
	run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C");
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
	run("pg_ctl", "-D", data, "-w", "-l", join(dir, "log"), "-o", options, "start");
	return {
		url: `postgres://postgres@127.0.0.1:${port}`,
		stop() {
			run("pg_ctl", "-D", data, "-m", "immediate", "stop");
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
