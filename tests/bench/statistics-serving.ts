import sql, { raw } from "sql-template-tag";
import { type Dispatcher, Pool } from "undici";
import type { Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { TABLES } from "../../subgraphs/engagements/statistics/family.ts";
import { percentile } from "./load.ts";
import { startHubInOne } from "./peers/hub-one.ts";
import { cpuMs } from "./processes.ts";
import type { ReleasesHub } from "./releases-hub.ts";

export type ServingFigures = {
	engine: string;
	/** Whom the clients asked: the subgraph in this process, or a hub over HTTP. */
	from: string;
	question: string;
	cells: number;
	p50Ms: number;
	p99Ms: number;
	/** Processor time of whoever answers, and in the subgraph's case of the caller too. */
	cpuMs: number;
	/** Median of plain SQL that groups the same records, by one client; it suppresses nothing. */
	sqlMs: number;
};

type Variables = { table: string; release: string; first?: number; skip?: number };
/** Whoever is asked, and the processes that answer. */
type Asked = {
	name: keyof typeof PAGES;
	pids: number[];
	ask(query: string, variables: Variables): Promise<unknown>;
	/** Gets a file of the newest release. */
	download?(file: string): Promise<unknown>;
};
type Released = { engine: string; release: string; years: readonly number[] };

const CLIENTS = 8;
const REQUESTS = 400;
const WARM_UP = 150;
const SQL_RUNS = 3;
const SAMPLE = "engagements-by-center";

const JSON_OF =
	"query($table: ID!, $release: ID) { statistics(table: $table, release: $release) { json } }";
const CELLS_OF =
	"query($table: ID!, $release: ID, $first: Int, $skip: Int) { statistics(table: $table, release: $release) { cells(first: $first, skip: $skip) { coordinates { dimension value } values { measure value } status } } }";

/** Pages of cells, as large as they may be. Over HTTP 8 clients that ask for the largest one without a pause overload a hub, which says so. */
const PAGES = { subgraph: [100, 1000, 5000], "hub, HTTP": [100, 1000] };

/** Times of requests by 8 clients, each waiting for its answer. */
async function times(
	requests: number,
	pids: number[],
	ask: (turn: number) => Promise<unknown>,
): Promise<{ p50Ms: number; p99Ms: number; cpuMs: number }> {
	const took: number[] = [];
	const before = cpuMs(pids);
	let turn = 0;
	const client = async () => {
		while (turn < requests) {
			const sent = performance.now();
			await ask(turn++);
			took.push(performance.now() - sent);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	return {
		p50Ms: percentile(took, 0.5),
		p99Ms: percentile(took, 0.99),
		cpuMs: (cpuMs(pids) - before) / requests,
	};
}

/** Median time of plain SQL for the sample's finest cells. */
async function plainSql(storage: Storage, years: readonly number[]): Promise<number> {
	const database = await openEngagementsDatabase(storage);
	const [first, last] = [`${Math.min(...years) - 1}-10-01`, `${Math.max(...years)}-09-30`];
	const took: number[] = [];
	for (let run = 0; run < SQL_RUNS; run++) {
		const started = performance.now();
		await database.read(
			sql`SELECT e.center_id, e.kind, ${raw("substr(e.started_first, 1, 7)")} AS month, COUNT(DISTINCT e.sme_id) AS smes, COUNT(*) AS engagements, SUM(e.hours) AS hours, SUM(e.people_trained) AS people FROM engagements e WHERE e.status IN ('APPROVED', 'REPORTED', 'AMENDED') AND e.started_first >= ${first} AND e.started_last <= ${last} GROUP BY 1, 2, 3`,
		);
		took.push(performance.now() - started);
	}
	await database.close();
	return percentile(took, 0.5);
}

/** Asks every question often enough that it is compiled, then measures it. */
async function figuresFrom(
	{ name: from, pids, ask, download }: Asked,
	{ engine, release }: Released,
	cells: number,
	sqlMs: number,
): Promise<ServingFigures[]> {
	const figures: ServingFigures[] = [];
	const measure = async (question: string, one: (turn: number) => Promise<unknown>) => {
		await times(WARM_UP, pids, one);
		figures.push({ engine, from, question, cells, sqlMs, ...(await times(REQUESTS, pids, one)) });
	};
	await measure("all ten tables in turn, whole, as json", (turn) =>
		ask(JSON_OF, { table: TABLES[turn % TABLES.length]?.id as string, release }),
	);
	await measure(`${SAMPLE}, whole, as json`, () => ask(JSON_OF, { table: SAMPLE, release }));
	for (const first of PAGES[from]) {
		const pages = Math.max(1, Math.floor(cells / first));
		await measure(`${SAMPLE}, pages of ${first} cells in turn`, (turn) =>
			ask(CELLS_OF, { table: SAMPLE, release, first, skip: (turn % pages) * first }),
		);
	}
	if (download)
		for (const ending of ["csv", "json"])
			await measure(`all ten tables in turn, whole, .${ending} file`, (turn) =>
				download(`${TABLES[turn % TABLES.length]?.id}.${ending}`),
			);
	return figures;
}

/** Asks a hub of its own process over HTTP. */
async function overHttp(dataDir: string, work: (asked: Asked) => Promise<ServingFigures[]>) {
	const hub = await startHubInOne(dataDir);
	const url = new URL(hub.url);
	const pool = new Pool(url.origin, { connections: CLIENTS });
	try {
		const request = async (options: Omit<Dispatcher.RequestOptions, "origin">) => {
			const { statusCode, body } = await pool.request(options);
			const text = await body.text();
			if (statusCode !== 200 || text.startsWith('{"errors"'))
				throw new Error(`HTTP ${statusCode} ${text.slice(0, 300)}`);
		};
		return await work({
			name: "hub, HTTP",
			pids: hub.pids,
			ask: (query, variables) =>
				request({
					path: url.pathname,
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ query, variables }),
				}),
			download: (file) => request({ path: `/statistics/latest/${file}`, method: "GET" }),
		});
	} finally {
		await pool.close();
		await hub.stop();
	}
}

/** How fast tables of a release are served, beside plain SQL in the same run. */
export async function serving(
	hub: ReleasesHub,
	storage: Storage,
	released: Released,
): Promise<ServingFigures[]> {
	const sqlMs = await plainSql(storage, released.years);
	const { statistics } = await hub.asPublic<{ statistics: { cellCount: number } }>(
		"query($table: ID!, $release: ID) { statistics(table: $table, release: $release) { cellCount } }",
		{ table: SAMPLE, release: released.release },
	);
	const cells = statistics.cellCount;
	const figures = await figuresFrom(
		{ name: "subgraph", pids: [process.pid], ask: hub.asPublic },
		released,
		cells,
		sqlMs,
	);
	// The hub of its own process is on the folder's SQLite files.
	if (storage.databaseUrl) return figures;
	return [
		...figures,
		...(await overHttp(storage.dataDir, (asked) => figuresFrom(asked, released, cells, sqlMs))),
	];
}
