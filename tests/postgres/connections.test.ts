import pg from "pg";
import sql from "sql-template-tag";
import { afterEach, expect, it } from "vitest";
import type { DatabaseBounds } from "../../shared/config-database.ts";
import type { Database } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function opened(bounds: Partial<DatabaseBounds>) {
	const storage = { ...(await emptyStorage()), bounds };
	const databases = [];
	for (const open of [openEngagementsDatabase, openInstitutesDatabase, openMepDatabase]) {
		const database = await open(storage);
		databases.push(database);
		closing.push(() => database.close());
	}
	const admin = new pg.Client({ connectionString: storage.databaseUrl });
	await admin.connect();
	closing.push(() => admin.end());
	const connections = async () => {
		const { rows } = await admin.query(
			"SELECT COUNT(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
		);
		return rows[0].n as number;
	};
	return { databases: databases as [Database, Database, Database], connections };
}

const sleepy = (seconds: number) => sql`SELECT pg_sleep(${seconds})`;

it("all databases of a process share the configured connections, however much they have to do", async () => {
	const { databases, connections } = await opened({ readConnections: 2, writeConnections: 2 });
	const [engagements] = databases;
	let most = 0;
	let busy = true;
	const watch = (async () => {
		while (busy) most = Math.max(most, await connections());
	})();
	await Promise.all(
		Array.from({ length: 60 }, async (_, i) => {
			await databases[(i % 3) as 0 | 1 | 2].read(sleepy(0.02));
			// Reads beside itself: it must not wait for a connection that only others like it can free.
			await engagements.write(async (manager) => {
				await engagements.read(sleepy(0.005));
				await manager.insert(SmeRow, smeRow(`sme_${i}`));
			});
		}),
	);
	busy = false;
	await watch;
	expect(most).toBe(4);
	expect(await engagements.read(sql`SELECT COUNT(*) AS n FROM smes`)).toEqual([{ n: 60 }]);
});

it("who waits too long for a connection is told so, and reads go on while all transactions wait", async () => {
	const { databases } = await opened({ readConnections: 1, writeConnections: 1, waitMs: 300 });
	const [engagements, institutes] = databases;
	const long = engagements.write((manager) => manager.query("SELECT pg_sleep(2)"));
	const began = performance.now();
	await expect(institutes.write((manager) => manager.query("SELECT 1"))).rejects.toMatchObject({
		message:
			"The institutes database has more to do than it can take at a time; the change was not saved. Send it again later",
		extensions: { code: "UNAVAILABLE", subgraph: "institutes" },
	});
	expect(performance.now() - began).toBeLessThan(1900);
	expect(await institutes.read(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
	await long;
});

it("a transaction that waits for another's lock is told after the configured time", async () => {
	const { databases } = await opened({ lockMs: 300 });
	const [engagements] = databases;
	await engagements.write((manager) => manager.insert(SmeRow, smeRow("sme_a")));
	const rename = "UPDATE smes SET name = name || '!' WHERE id = 'sme_a'";
	const [holds, waits] = await Promise.allSettled([
		engagements.write(async (manager) => {
			await manager.query(rename);
			await manager.query("SELECT pg_sleep(1)");
		}),
		engagements.write(async (manager) => {
			await manager.query("SELECT pg_sleep(0.2)");
			await manager.query(rename);
		}),
	]);
	expect(holds.status).toBe("fulfilled");
	expect(waits).toMatchObject({
		reason: {
			message: expect.stringMatching(
				/^The engagements database is busy with other changes; .*not saved/,
			),
			extensions: { code: "UNAVAILABLE" },
		},
	});
});

it("a statement that runs too long is stopped at the server, and its connection is used again", async () => {
	const { databases, connections } = await opened({
		...{ readConnections: 1, writeConnections: 1, statementMs: 200 },
	});
	const [engagements] = databases;
	const pid = async () =>
		(await engagements.read<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`))[0]?.pid;
	const before = await pid();
	await expect(engagements.read(sleepy(30))).rejects.toMatchObject({
		message: expect.stringMatching(/^A database query ran longer than 200 ms/),
		extensions: { code: "UNAVAILABLE" },
	});
	expect([await pid(), await connections()]).toEqual([before, await connections()]);
});
