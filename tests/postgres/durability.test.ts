import pg from "pg";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database, Storage } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { type CutServer, cutServer } from "../support/cut-server.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { type Asker, askerOf } from "../support/subgraph.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

let direct: Storage;
let network: CutServer;
let database: Database;
let subgraph: Subgraph;
let asker: Asker;
let admin: pg.Client;
beforeAll(async () => {
	direct = await emptyStorage();
	const url = new URL(direct.databaseUrl ?? "");
	network = await cutServer(Number(url.port));
	url.port = String(network.port);
	const storage = { ...direct, databaseUrl: String(url) };
	const ask = (async () => ({ _entities: [{ id: "ga-mep" }] })) as unknown as SubgraphClient;
	subgraph = await openEngagements({ ...storage, ask, log: createLog("silent") });
	asker = askerOf(subgraph, []);
	database = await openEngagementsDatabase(storage);
	admin = new pg.Client({ connectionString: direct.databaseUrl });
	await admin.connect();
	await keep("sme_a");
});
afterAll(async () => {
	await admin.end();
	await database.close();
	await subgraph.close();
	await network.down();
});

const keep = (id: string) => database.write((manager) => manager.insert(SmeRow, smeRow(id)));
const kept = async (prefix: string) =>
	(
		await admin.query("SELECT id FROM engagements.smes WHERE id LIKE $1 ORDER BY id", [
			`${prefix}%`,
		])
	).rows.map(({ id }) => id);

const KILL =
	"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
const UNAVAILABLE = { extensions: { code: "UNAVAILABLE", subgraph: "engagements" } };
const NOT_KEPT = { ...UNAVAILABLE, message: expect.stringMatching(/was not saved/) };

it("a transaction whose connection is lost writes nothing, and later ones are complete", async () => {
	const during = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("killed-1"));
		await admin.query(KILL);
		await manager.insert(SmeRow, smeRow("killed-2"));
	});
	await expect(during).rejects.toMatchObject(NOT_KEPT);
	const swallowed = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("killed-3"));
		await manager.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
	});
	await expect(swallowed).rejects.toMatchObject(NOT_KEPT);
	const atTheEnd = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("killed-4"));
		await admin.query(KILL);
	});
	await expect(atTheEnd).rejects.toMatchObject(UNAVAILABLE);
	await Promise.all(Array.from({ length: 12 }, (_, i) => keep(`after-${i}`)));
	expect(await kept("killed")).toEqual([]);
	expect(await kept("after")).toHaveLength(12);
});

it("a statement of a transaction whose connection was lost between two statements is UNAVAILABLE", async () => {
	for (const next of [
		(manager: EntityManager) => manager.query("SELECT 1"),
		(manager: EntityManager) => manager.insert(SmeRow, smeRow("lost-2")),
		(manager: EntityManager) => manager.findOneBy(SmeRow, { id: "sme_a" }),
	]) {
		const lost = database.write(async (manager) => {
			await manager.insert(SmeRow, smeRow("lost-1"));
			await admin.query(KILL);
			await expect.poll(() => manager.queryRunner?.isReleased).toBe(true);
			await next(manager);
		});
		await expect(lost).rejects.toMatchObject(NOT_KEPT);
	}
	expect(await kept("lost")).toEqual([]);
});

it("a commit rejected by the server is not acknowledged", async () => {
	await admin.query(
		"ALTER TABLE engagements.smes ADD CONSTRAINT one_name EXCLUDE USING btree (name WITH =) DEFERRABLE INITIALLY DEFERRED",
	);
	const twins = ["twin-1", "twin-2"].map((id) => ({ ...smeRow(id), name: "twin" }));
	await expect(database.write((manager) => manager.insert(SmeRow, twins))).rejects.toThrow(
		/one_name/,
	);
	await admin.query("ALTER TABLE engagements.smes DROP CONSTRAINT one_name");
	await keep("single");
	expect([await kept("twin"), await kept("single")]).toEqual([[], ["single"]]);
});

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const input = (key: string) => ({
	input: { clientMutationId: key, smeId: "sme_a", kind: "EVENT", startedOn: "2021-03-04" },
});
const logged = async () =>
	(await asker.data("{ engagements(first: 200) { nodes { id } } }", {}, OFFICE)).engagements.nodes;

it.each(["before", "after"] as const)(
	"if the connection breaks %s the server has committed, the error says that the outcome is unknown, and a retry with the same key executes once",
	async (when) => {
		const already = (await logged()).length;
		network.cutAt("COMMIT", when);
		expect(await asker.refusals(LOG, input(when), STAFF)).toEqual([
			[
				expect.stringMatching(/not known whether the change was saved.*clientMutationId/),
				"UNAVAILABLE",
			],
		]);
		expect(await logged()).toHaveLength(already + (when === "after" ? 1 : 0));
		const { logEngagement } = await asker.data(LOG, input(when), STAFF);
		expect(await logged()).toHaveLength(already + 1);
		expect(await logged()).toContainEqual(logEngagement);
	},
);

it("everything that uses the database reconnects after an outage", async () => {
	const busy = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("away-1"));
		await network.down();
		await manager.insert(SmeRow, smeRow("away-2"));
	});
	await expect(busy).rejects.toMatchObject(NOT_KEPT);
	await expect(keep("away-3")).rejects.toMatchObject(NOT_KEPT);
	await expect(database.read(sql`SELECT 1`)).rejects.toMatchObject(UNAVAILABLE);
	await expect(database.version()).rejects.toMatchObject(UNAVAILABLE);
	expect(await asker.refusals("{ engagements { totalCount } }", {}, OFFICE)).toEqual([
		[expect.stringMatching(/^The engagements database does not answer; try again/), "UNAVAILABLE"],
	]);
	await network.up();
	await Promise.all(Array.from({ length: 12 }, (_, i) => keep(`again-${i}`)));
	expect(await kept("away")).toEqual([]);
	expect(await kept("again")).toHaveLength(12);
	await asker.data(LOG, input("again"), STAFF);
});

it("a connection lost while tables are created at start does not end the process", async () => {
	const { databaseUrl } = await emptyStorage();
	const other = new pg.Client({ connectionString: databaseUrl });
	await other.connect();
	const opening = openEngagementsDatabase({ dataDir: direct.dataDir, databaseUrl });
	// The connection that holds this lock is the one on which the schema and its tables are made.
	const holder =
		"SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted";
	while ((await other.query(holder)).rowCount === 0);
	// What it had made is undone, and made again on another connection.
	const opened = await opening;
	expect(await opened.read(sql`SELECT COUNT(*) AS n FROM smes`)).toEqual([{ n: 0 }]);
	await opened.close();
	await other.end();
});
