import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql from "sql-template-tag";
import type { Storage } from "../../shared/database/database.ts";
import { createLog, type Log } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { copyEngagements } from "./copy-engagements.ts";
import { type Dataset, datasetOf } from "./dataset.ts";
import { type Ask, ONE, QUESTIONS, type Question, times } from "./live-questions.ts";
import { overHttp } from "./live-totals-http.ts";
import { percentile } from "./load.ts";
import { startPostgres } from "./postgres-server.ts";
import { ownMemoryMib } from "./processes.ts";

export type LiveFigures = {
	engine: string;
	peer: string;
	question: string;
	p50Ms: number;
	p99Ms: number;
};

export type LiveMemory = { engine: string; loadMs: number; columnsMib: number; addedMib: number };

const CLIENTS = 8;
/** The peer that others are compared with. */
export const SQL = "SQL, one client";
const asking =
	(subgraph: Subgraph): Ask =>
	async ({ query, most }, turn) => {
		const sent = performance.now();
		const { errors } = await subgraph.execute({
			query,
			variables: { first: most + turn },
			viewer: PUBLIC,
			requestId: "bench",
		});
		if (errors) throw errors[0];
		return performance.now() - sent;
	};

/** One client's small question while the others ask large ones. */
async function besideOthers(ask: Ask, requests: number): Promise<number[]> {
	let busy = true;
	let turn = 500;
	const large = QUESTIONS.slice(1, 3);
	const others = Array.from({ length: CLIENTS - 1 }, async (_, at) => {
		while (busy) await ask(large[at % 2] as Question, turn++ % 900);
	});
	const took = await times(ask, 1, requests, (at) => [ONE, at]);
	busy = false;
	await Promise.all(others);
	return took;
}

/** Times of the first answer after a change that another hub has committed; the answer must contain it. */
async function afterWrites(
	live: Subgraph,
	other: Subgraph,
	storage: Storage,
	writes: number,
): Promise<number[]> {
	const database = await openEngagementsDatabase(storage);
	const rows = await database.read<{ id: string; center_id: string }>(
		sql`SELECT e.id, e.center_id FROM engagements e WHERE e.center_id IS NOT NULL ORDER BY e.id LIMIT ${writes}`,
	);
	await database.close();
	const total = "{ traceTotals(by: []) { engagementCount } }";
	const count = async () => {
		const { data } = await live.execute({ query: total, viewer: PUBLIC, requestId: "bench" });
		return (data as { traceTotals: Array<{ engagementCount: number }> }).traceTotals[0]
			?.engagementCount as number;
	};
	const took: number[] = [];
	for (const { id, center_id: center } of rows) {
		const before = await count();
		const { errors } = await other.execute({
			query: `mutation { voidEngagement(id: "${id}", revision: 1, reason: "benchmark") { id } }`,
			viewer: { role: "CENTER_MANAGER", subject: "bench", center },
			requestId: "bench",
		});
		if (errors) throw errors[0];
		const sent = performance.now();
		if ((await count()) !== before - 1) throw new Error(`${id} still counts after it was voided`);
		took.push(performance.now() - sent);
	}
	return took;
}

type Loaded = { bytes: number; ms: number };

/** Opens the subgraph and asks until it answers from memory. */
async function openLive(
	storage: Storage,
	options: object,
): Promise<{ live: Subgraph; loaded: Loaded; addedMib: number }> {
	const before = ownMemoryMib([process.pid]);
	let live: Subgraph | undefined;
	const loaded = await new Promise<Loaded>((resolve, reject) => {
		const log = Object.assign(Object.create(createLog("warn")) as Log, {
			info: (what: Loaded) => resolve(what),
			warn: (what: { err: unknown }) => reject(what.err),
		});
		openEngagements({ ...storage, ...options, log } as never)
			.then((opened) => {
				live = opened;
				return asking(opened)(ONE, 0);
			})
			.catch(reject);
	});
	const addedMib = ownMemoryMib([process.pid]) - before;
	return { live: live as Subgraph, loaded, addedMib };
}

async function onEngine(
	engine: string,
	storage: Storage,
): Promise<{ figures: LiveFigures[]; memory: LiveMemory }> {
	const nobody = {
		ask: async () => {
			throw new Error("no other subgraph is asked");
		},
	};
	const { live, loaded, addedMib } = await openLive(storage, nobody);
	const bySql = await openEngagements({
		...storage,
		...nobody,
		log: createLog("warn"),
		few: Number.MAX_SAFE_INTEGER,
		bounds: { statementMs: 600_000 },
	});
	const figures: LiveFigures[] = [];
	const add = (peer: string, name: string, took: number[]) =>
		figures.push({
			engine,
			peer,
			question: name,
			p50Ms: percentile(took, 0.5),
			p99Ms: percentile(took, 0.99),
		});
	const [fromColumns, fromSql] = [asking(live), asking(bySql)];
	for (const one of QUESTIONS) await times(fromColumns, CLIENTS, 32, (turn) => [one, turn + 600]);
	for (const one of QUESTIONS) {
		add("columns", one.name, await times(fromColumns, CLIENTS, 160, (turn) => [one, turn]));
		// The answer may have made room for those of the questions since.
		await times(fromColumns, 1, 1, () => [one, 0]);
		add("columns, asked before", one.name, await times(fromColumns, CLIENTS, 400, () => [one, 0]));
		// One at a time, and few: by 8 clients at once it takes minutes at a million.
		add(SQL, one.name, await times(fromSql, 1, 3, (turn) => [one, turn]));
	}
	const mixed = (turn: number): [Question, number] => [
		QUESTIONS[turn % QUESTIONS.length] as Question,
		200 + turn,
	];
	add("columns", "all of these in turn", await times(fromColumns, CLIENTS, 350, mixed));
	add("columns", ONE.name, await besideOthers(fromColumns, 60));
	add("columns", "grand total, after another's write", await afterWrites(live, bySql, storage, 30));
	await live.close();
	await bySql.close();
	// The hub of its own process is on the folder's SQLite files.
	if (!storage.databaseUrl)
		for (const { peer, question, took } of await overHttp(storage.dataDir, QUESTIONS))
			add(peer, question, took);
	const columnsMib = loaded.bytes / 2 ** 20;
	return { figures, memory: { engine, loadMs: loaded.ms, columnsMib, addedMib } };
}

/** Live totals from memory and by plain SQL in the same run, on both engines, on copies of a data set. */
export async function liveTotals(
	smes: number,
	engagements: number,
	engines: readonly string[],
): Promise<{ dataset: Dataset; figures: LiveFigures[]; memory: LiveMemory[] }> {
	const dataset = await datasetOf(smes, engagements);
	const dataDir = mkdtempSync(join(tmpdir(), "bench-live-"));
	for (const name of ["engagements", "institutes", "mep"])
		copyFileSync(join(dataset.dir, `${name}.sqlite`), join(dataDir, `${name}.sqlite`));
	const done: Array<Awaited<ReturnType<typeof onEngine>>> = [];
	try {
		await (await openEngagementsDatabase({ dataDir })).close();
		if (engines.includes("postgres")) {
			const server = await startPostgres();
			try {
				const storage = { dataDir, databaseUrl: server.url };
				await copyEngagements(dataDir, storage);
				done.push(await onEngine("PostgreSQL", storage));
			} finally {
				await server.stop();
			}
		}
		if (engines.includes("sqlite")) done.unshift(await onEngine("SQLite", { dataDir }));
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
	return {
		dataset,
		figures: done.flatMap(({ figures }) => figures),
		memory: done.map(({ memory }) => memory),
	};
}
