import { connect, createServer, type Socket } from "node:net";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../shared/database/database.ts";
import { replicaReads } from "../../shared/observe/metrics.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { freePort } from "../bench/processes.ts";
import { type Replicated, startReplicated } from "../support/standby.ts";

let servers: Replicated;
const opened: Database[] = [];
beforeAll(async () => {
	servers = await startReplicated("hub");
	const first = await open();
	await first.read(sql`SELECT 1`);
	await servers.onPrimary("CREATE TABLE engagements.test_numbers (n integer PRIMARY KEY)");
}, 120_000);
afterAll(async () => {
	await Promise.all(opened.map((database) => database.close()));
	await servers?.stop();
});

/** The database as one hub opens it. */
async function open(replicaWaitMs = 10_000, readUrls = [servers.readUrl], url = servers.url) {
	const database = await openEngagementsDatabase({
		...{ dataDir: "unused", databaseUrl: url, readUrls },
		bounds: { replicaWaitMs },
	});
	opened.push(database);
	return database;
}
const insert = (database: Database, n: number) =>
	database.write((manager) =>
		manager.query("INSERT INTO engagements.test_numbers (n) VALUES ($1)", [n]),
	);
async function highest(database: Database): Promise<number | null> {
	const [row] = await database.read<{ n: number | null }>(
		sql`SELECT MAX(n) AS n FROM engagements.test_numbers`,
	);
	return row?.n ?? null;
}

/** How many reads each server ran while `work` did. */
async function readsDuring(work: () => Promise<unknown>) {
	const count = async (server: string) => {
		const { values } = await replicaReads.get();
		return values.find(({ labels }) => labels.server === server)?.value ?? 0;
	};
	const before = { replica: await count("replica"), primary: await count("primary") };
	await work();
	return {
		replica: (await count("replica")) - before.replica,
		primary: (await count("primary")) - before.primary,
	};
}

describe("a database with a replica", () => {
	it("reads from it, and each read sees every write, of any hub, that was acknowledged before", async () => {
		const [one, other] = [await open(), await open()];
		const reads = await readsDuring(async () => {
			for (let n = 1; n <= 40; n++) {
				await insert(one, n);
				expect(await highest(other)).toBe(n);
			}
		});
		expect(reads).toEqual({ replica: 40, primary: 0 });
	});

	it("reads from the primary what the replica has not got in time, and from the replica again later", async () => {
		const database = await open(50);
		await servers.onStandby("SELECT pg_wal_replay_pause()");
		try {
			const reads = await readsDuring(async () => {
				await insert(database, 101);
				expect(await highest(database)).toBe(101);
			});
			expect(reads).toEqual({ replica: 0, primary: 1 });
		} finally {
			await servers.onStandby("SELECT pg_wal_replay_resume()");
		}
		await expect
			.poll(() => readsDuring(() => highest(database)), { timeout: 15_000 })
			.toEqual({ replica: 1, primary: 0 });
	});

	it("serves reads from the primary while the replica is gone", async () => {
		const database = await open();
		await servers.stopStandby();
		try {
			await insert(database, 102);
			for (let i = 0; i < 5; i++) expect(await highest(database)).toBe(102);
		} finally {
			await servers.startStandby();
		}
		await expect
			.poll(() => readsDuring(() => highest(database)), { timeout: 15_000 })
			.toEqual({ replica: 1, primary: 0 });
	});

	it("reports an error of the statement itself as the primary would", async () => {
		const database = await open();
		await expect(database.read(sql`SELECT 1 / 0`)).rejects.toThrow(/division by zero/);
	});
});

/** An address that leads to a server, as a virtual address or a pooler does. */
async function addressOf(lead: () => number) {
	const sockets = new Set<Socket>();
	const server = createServer((incoming) => {
		const outgoing = connect(lead(), "127.0.0.1");
		for (const socket of [incoming, outgoing]) {
			sockets.add(socket);
			socket.on("error", () => undefined);
			socket.on("close", () => {
				sockets.delete(socket);
				incoming.destroy();
				outgoing.destroy();
			});
		}
		incoming.pipe(outgoing).pipe(incoming);
	});
	const port = await freePort();
	await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
	return {
		port,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => server.close(closed));
		},
	};
}

describe("a failover to the replica, with synchronous replication", () => {
	it("loses no acknowledged write, and the hub goes on by itself", async () => {
		await servers.onPrimary("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
		await servers.onPrimary("SELECT pg_reload_conf()");
		await expect
			.poll(() => servers.onPrimary("SELECT sync_state FROM pg_stat_replication"))
			.toEqual([{ sync_state: "sync" }]);
		let leads = servers.ports.primary;
		const address = await addressOf(() => leads);
		const url = new URL(servers.url);
		url.port = String(address.port);
		const database = await open(100, [], String(url));
		const acknowledged: number[] = [];
		let isOver = false;
		async function client(first: number): Promise<void> {
			for (let n = first; !isOver; n++)
				await insert(database, n).then(
					() => acknowledged.push(n),
					() => new Promise((wait) => setTimeout(wait, 20)),
				);
		}
		const clients = [1000, 100_000, 200_000].map(client);
		await expect.poll(() => acknowledged.length).toBeGreaterThan(30);
		servers.killPrimary();
		await servers.onStandby("SELECT pg_promote()");
		leads = servers.ports.standby;
		const before = acknowledged.length;
		await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 30);
		isOver = true;
		await Promise.all(clients);
		const rows = await servers.onStandby("SELECT n FROM engagements.test_numbers WHERE n >= 1000");
		const kept = new Set(rows.map(({ n }: { n: number }) => n));
		expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
		await database.close();
		opened.splice(opened.indexOf(database), 1);
		await address.close();
	}, 120_000);
});
