import sql from "sql-template-tag";
import { expect, it } from "vitest";
import { copyAll } from "../../gateway/cli/copy.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { loadSeeds } from "../../seeds/load.ts";
import type { Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import type { LogRow } from "../../subgraphs/registry/database/record-rows.ts";
import { appendToLog } from "../../subgraphs/registry/log/append.ts";
import { chainFault } from "../../subgraphs/registry/log/rules.ts";
import { HUB } from "../../subgraphs/registry/policy.ts";
import { ask, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";
import { emptyStorage } from "../support/storage.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

async function copied(): Promise<Required<Pick<Storage, "dataDir" | "databaseUrl">>> {
	const dataDir = await seededFolder();
	const { databaseUrl = "" } = await emptyStorage();
	await copyAll(dataDir, databaseUrl);
	return { dataDir, databaseUrl };
}

it("ten replicas that start at the same time create one schema", async () => {
	const storage = await emptyStorage();
	const opened = await Promise.all(
		Array.from({ length: 10 }, () => openInstitutesDatabase(storage)),
	);
	const done = await opened[0]?.read<{ name: string }>(sql`SELECT name FROM migrations`);
	const names = done?.map(({ name }) => name) ?? [];
	expect(names).toContain("Institutes1700000000000");
	expect(new Set(names).size).toBe(names.length);
	await Promise.all(opened.map((database) => database.close()));
});

it("five hubs that load the seed data at the same time load it once", async () => {
	const storage = await emptyStorage();
	const load = () => loadSeeds({ ...storage, seedsDir: SEEDS, say: () => undefined });
	await Promise.all(Array.from({ length: 5 }, load));
	const database = await openEngagementsDatabase(storage);
	const [row] = await database.read<{ n: number }>(sql`SELECT COUNT(*) AS n FROM revisions`);
	expect(row?.n).toBe(84 + 85 + 3 + 4);
	await database.close();
});

it("copying an embedded hub copies every row, gives the same responses, and continues its sequences", async () => {
	const { dataDir, databaseUrl } = await copied();
	const [before, after] = [
		await startEmbedded(dataDir),
		await startEmbedded(dataDir, undefined, databaseUrl),
	];
	const queries = [
		"{ trace(first: 200) { totalCount nodes { id engagementCount firstOn lastOn sme { name } center { name } institute { name } } } }",
		"{ traceTotals(by: [KIND, FISCAL_YEAR]) { kind fiscalYear smeCount engagementCount outcomes { metric value } } }",
		'{ institute(id: "nextflex") { observations { property value doubt { id } } milestones { kind date } } }',
		"{ mepCenters { totalCount nodes { id awards { amount { amount } } embeddings { kind } } } smes(first: 200) { nodes { name } } }",
		"{ changes(first: 200) { totalCount nodes { recordId operation } } }",
	];
	for (const query of queries)
		expect((await ask(after, query)).body).toEqual((await ask(before, query)).body);
	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	const log =
		'mutation { logEngagement(input: { clientMutationId: "1", smeId: "sme_windham-castings-ga", kind: EVENT, startedOn: "2024-05-06" }) { id } }';
	expect((await ask(after, log, {}, headers)).body.errors).toBeUndefined();
	await expect(copyAll(dataDir, databaseUrl)).rejects.toThrow(
		/already contains rows; copy into an empty database/,
	);
	await before.close();
	await after.close();
});

it("the partner registry is copied with its identity and its publish log", async () => {
	const { dataDir, databaseUrl = "" } = await emptyStorage();
	const source = await openRegistryDatabase({ dataDir });
	await source.write(async (manager) => {
		for (const action of ["registerPartner", "publishSubgraph"])
			await appendToLog(manager, HUB, { action, partnerId: "my-college" });
	});
	await copyAll(dataDir, databaseUrl);
	const target = await openRegistryDatabase({ dataDir, databaseUrl });
	const state = sql`SELECT s.id, s.value FROM registry_state s WHERE s.id = 'hub'`;
	const log = sql`SELECT l.* FROM publish_log l ORDER BY l.seq`;
	expect(await target.read(state)).toEqual(await source.read(state));
	const rows = await target.read<LogRow>(log);
	expect(rows).toHaveLength(2);
	expect(rows).toEqual(await source.read(log));
	// The hash chain continues.
	await target.write((manager) =>
		appendToLog(manager, HUB, { action: "activateSubgraph", partnerId: "my-college" }),
	);
	const all = await target.read<LogRow>(log);
	expect(chainFault(all.map(({ partner_id: partnerId, ...row }) => ({ ...row, partnerId })))).toBe(
		undefined,
	);
	await expect(copyAll(dataDir, databaseUrl)).rejects.toThrow(/already contains rows/);
	await source.close();
	await target.close();
});

it("two replicas on one database apply permissions, use each key once and keep one order of changes", async () => {
	const { dataDir, databaseUrl } = await copied();
	const replicas = await Promise.all(
		[1, 2].map(() => startEmbedded(dataDir, undefined, databaseUrl)),
	);
	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	const LOG =
		"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id revision } }";
	const input = (key: number) => ({
		clientMutationId: `key-${key}`,
		smeId: "sme_windham-castings-ga",
		kind: "EVENT",
		startedOn: "2024-05-06",
	});
	const [first, second] = replicas as [(typeof replicas)[0], (typeof replicas)[0]];
	const FEED =
		"query($after: String) { changes(first: 7, after: $after) { nodes { id recordId } pageInfo { endCursor } } }";
	type Feed = {
		changes: {
			nodes: Array<{ id: string; recordId: string }>;
			pageInfo: { endCursor: string | null };
		};
	};
	const office = { authorization: `Bearer ${await developmentToken(dataDir, OFFICE, 1)}` };
	const seen: Array<{ id: string; recordId: string }> = [];
	let after: string | null = null;
	let writing = true;
	const follow = async () => {
		for (let index = 0; ; index++) {
			const done: boolean = !writing;
			const { body } = await ask(index % 2 ? first : second, FEED, { after }, office);
			const { changes } = body.data as unknown as Feed;
			seen.push(...changes.nodes);
			after = changes.pageInfo.endCursor ?? after;
			if (done && changes.nodes.length === 0) return;
		}
	};
	const following = follow();
	const answers = await Promise.all(
		Array.from({ length: 80 }, (_, index) =>
			ask(index % 2 ? first : second, LOG, { input: input(Math.floor(index / 2)) }, headers),
		),
	);
	writing = false;
	await following;
	const ids = answers.map(
		({ body }) => (body.data as unknown as { logEngagement: { id: string } }).logEngagement.id,
	);
	expect(new Set(ids).size).toBe(40);
	for (let pair = 0; pair < 40; pair++) expect(ids[2 * pair]).toBe(ids[2 * pair + 1]);
	expect(new Set(seen.map((node) => node.id)).size).toBe(seen.length);
	const logged = seen.filter((node) => ids.includes(node.recordId)).map((node) => node.recordId);
	expect(logged.sort()).toEqual([...new Set(ids)].sort());
	// Only one of two approvals of the same revision succeeds, on either replica.
	const id = ids[0];
	await ask(first, `mutation { submitEngagement(id: "${id}", revision: 1) { id } }`, {}, headers);
	const manager = { authorization: `Bearer ${await developmentToken(dataDir, MANAGER, 1)}` };
	const approvals = await Promise.all(
		replicas.map((hub) =>
			ask(hub, `mutation { approveEngagement(id: "${id}", revision: 2) { status } }`, {}, manager),
		),
	);
	expect(approvals.map(({ body }) => body.errors?.[0]?.extensions.code ?? "ok").sort()).toEqual([
		"CONFLICT",
		"ok",
	]);
	expect((await ask(second, `{ engagement(id: "${id}") { id } }`)).body.data).toEqual({
		engagement: null,
	});
	for (const hub of replicas) await hub.close();
});

it("a transaction that takes long to commit hides no change from readers of the feed", async () => {
	const storage = await emptyStorage();
	const database = await openEngagementsDatabase(storage);
	const seqs = async () =>
		(await database.read<{ seq: number }>(sql`SELECT r.seq FROM revisions r ORDER BY r.seq`)).map(
			(row) => row.seq,
		);
	const { keepRevision } = await import("../../subgraphs/engagements/record/revisions.ts");
	const keep = (id: string, holdMs: number) =>
		database.write(async (manager) => {
			const after = { id, revision: 1, center_id: null };
			await keepRevision(manager, "seed", { type: "QUARTER", action: "made", before: null, after });
			await new Promise((done) => setTimeout(done, holdMs));
		});
	const slow = keep("slow", 300);
	await new Promise((done) => setTimeout(done, 50));
	const quick = keep("quick", 0);
	const seen: number[] = [];
	const watch = setInterval(async () => {
		for (const seq of await seqs()) if (seq > (seen.at(-1) ?? 0)) seen.push(seq);
	}, 20);
	await Promise.all([slow, quick]);
	await new Promise((done) => setTimeout(done, 100));
	clearInterval(watch);
	expect(seen).toEqual(await seqs());
	expect(seen).toHaveLength(2);
	await database.close();
});
