import sql from "sql-template-tag";
import type { Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { percentile } from "./load.ts";
import type { ReleasesHub } from "./releases-hub.ts";

export type ServingFigures = {
	engine: string;
	question: string;
	cells: number;
	p50Ms: number;
	p99Ms: number;
	/** Median of plain SQL that groups the same records; it suppresses nothing. */
	sqlMs: number;
};

const CLIENTS = 8;
const REQUESTS = 400;
const SQL_RUNS = 3;

const CELLS =
	"cells(first: $first, skip: $skip) { coordinates { dimension value } values { measure value } status }";
const HEAD = "query($table: ID!, $release: ID";
const QUESTIONS = [
	{
		name: "whole table as json",
		query: `${HEAD}) { statistics(table: $table, release: $release) { json } }`,
	},
	{
		name: "100 cells",
		query: `${HEAD}, $first: Int, $skip: Int) { statistics(table: $table, release: $release) { ${CELLS} } }`,
		first: 100,
	},
	{
		name: "1000 cells",
		query: `${HEAD}, $first: Int, $skip: Int) { statistics(table: $table, release: $release) { ${CELLS} } }`,
		first: 1000,
	},
	{
		name: "5000 cells",
		query: `${HEAD}, $first: Int, $skip: Int) { statistics(table: $table, release: $release) { ${CELLS} } }`,
		first: 5000,
	},
];

/** Times of requests by 8 clients, each waiting for its answer; each page is another one while there are more. */
async function times(
	hub: ReleasesHub,
	{ query, first }: (typeof QUESTIONS)[number],
	about: { table: string; release: string; cells: number },
): Promise<number[]> {
	const { table, release, cells } = about;
	const pages = first ? Math.max(1, Math.floor(cells / first)) : 1;
	const took: number[] = [];
	let turn = 0;
	const client = async () => {
		while (turn < REQUESTS) {
			const skip = first ? (turn++ % pages) * first : turn++ * 0;
			const sent = performance.now();
			await hub.asPublic(query, { table, release, ...(first && { first, skip }) });
			took.push(performance.now() - sent);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	return took;
}

/** Grouping of the same records at the finest level of a table, with counts and sums. */
const GROUPINGS: Record<string, ReturnType<typeof sql>> = {
	"engagements-by-center": sql`SELECT e.center_id, e.kind, substr(e.started_first, 1, 7) AS month, COUNT(DISTINCT e.sme_id) AS smes, COUNT(*) AS engagements, SUM(e.hours) AS hours, SUM(e.people_trained) AS people FROM engagements e WHERE e.status IN ('APPROVED', 'REPORTED', 'AMENDED') GROUP BY 1, 2, 3`,
	"engagements-by-sector": sql`SELECT substr(s.naics, 1, 3) AS sector, e.kind, substr(e.started_first, 1, 7) AS month, COUNT(DISTINCT e.sme_id) AS smes, COUNT(*) AS engagements, SUM(e.hours) AS hours, SUM(e.people_trained) AS people FROM engagements e JOIN smes s ON s.id = e.sme_id WHERE e.status IN ('APPROVED', 'REPORTED', 'AMENDED') GROUP BY 1, 2, 3`,
};

/** How fast tables of a release are served, beside plain SQL in the same run. */
export async function serving(
	hub: ReleasesHub,
	engine: string,
	storage: Storage,
	release: string,
): Promise<ServingFigures[]> {
	const figures: ServingFigures[] = [];
	const database = await openEngagementsDatabase(storage);
	for (const [table, grouping] of Object.entries(GROUPINGS)) {
		const plain: number[] = [];
		for (let run = 0; run < SQL_RUNS; run++) {
			const started = performance.now();
			await database.read(grouping);
			plain.push(performance.now() - started);
		}
		const { statistics } = await hub.asPublic<{ statistics: { cellCount: number } }>(
			`${HEAD}) { statistics(table: $table, release: $release) { cellCount } }`,
			{ table, release },
		);
		const cells = statistics.cellCount;
		for (const question of QUESTIONS) {
			await times(hub, question, { table, release, cells });
			const took = await times(hub, question, { table, release, cells });
			figures.push({
				engine,
				question: `${table}: ${question.name}`,
				cells,
				p50Ms: percentile(took, 0.5),
				p99Ms: percentile(took, 0.99),
				sqlMs: percentile(plain, 0.5),
			});
		}
	}
	await database.close();
	return figures;
}
