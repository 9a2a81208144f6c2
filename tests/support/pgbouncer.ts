import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../bench/processes.ts";

/** Where PgBouncer is, if it is installed: Debian's place, or what PGBOUNCER says. */
export const PGBOUNCER = [process.env.PGBOUNCER, "/usr/sbin/pgbouncer"].find(
	(path) => path !== undefined && existsSync(path),
);

/** PgBouncer refuses to run as root; the user is the one of the PostgreSQL server of the tests. */
function userToRunAs(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
	return { uid: id("-u"), gid: id("-g") };
}

/** A real PgBouncer in transaction mode before a PostgreSQL server. `most`: connections to it. */
export async function pgBouncer(url: string, most: number) {
	const { hostname, port, username, password, pathname } = new URL(url);
	const dir = mkdtempSync(join(tmpdir(), "pgbouncer-"));
	const file = join(dir, "pgbouncer.ini");
	const listenPort = await freePort();
	writeFileSync(
		file,
		`[databases]
* = host=${hostname} port=${port} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
auth_type = any
pool_mode = transaction
default_pool_size = ${most}
unix_socket_dir =
`,
	);
	chmodSync(dir, 0o755);
	const child = spawn(PGBOUNCER as string, [file], { stdio: "ignore", ...userToRunAs() });
	const pooled = `postgres://hub@127.0.0.1:${listenPort}${pathname}`;
	for (let attempt = 0; ; attempt++) {
		const client = new pg.Client({ connectionString: pooled });
		client.on("error", () => undefined);
		try {
			await client.connect();
			await client.end();
			break;
		} catch (error) {
			if (attempt === 100) throw error;
			await new Promise((done) => setTimeout(done, 50));
		}
	}
	return {
		url: pooled,
		async close() {
			child.kill("SIGKILL");
		},
	};
}
