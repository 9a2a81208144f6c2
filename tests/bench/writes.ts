import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Pool } from "undici";
import { loadSeeds } from "../../seeds/load.ts";
import { SEEDS } from "../support/paths.ts";
import { PRODUCTION, staffHeader } from "./issuer.ts";
import { percentile } from "./load.ts";
import { startPostgres } from "./postgres-server.ts";
import { freePort, HUB, type Peer, peerOf, startProcess } from "./processes.ts";
import { median } from "./verdict.ts";

export type WriteFigures = {
	engine: string;
	peer: string;
	clients: number;
	writesPerSecond: number;
	p50Ms: number;
	p99Ms: number;
};

/** How many clients write at once, each for so many rounds in turn with plain SQL. */
export type Load = { clients: number[]; rounds: number };

const EACH: Load = { clients: [1, 16, 64], rounds: 1 };
const READERS = 4;
const LOG =
	"mutation Log($input: LogEngagementInput!) { logEngagement(input: $input) { id revision } }";
const READ =
	'query Read { sme(id: "sme_vartega-inc-co") { name engagements { nodes { kind center { name } institute { name } } } } }';

type Measured = Omit<WriteFigures, "engine" | "peer">;

function mediansOf(rounds: Measured[]): Measured {
	const of = (name: keyof Measured) => median(rounds.map((round) => round[name]));
	const [clients, writesPerSecond] = [of("clients"), of("writesPerSecond")];
	return { clients, writesPerSecond, p50Ms: of("p50Ms"), p99Ms: of("p99Ms") };
}

const bodyOf = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const logBody = () =>
	bodyOf(LOG, {
		input: {
			clientMutationId: randomUUID(),
			smeId: "sme_windham-castings-ga",
			kind: "EVENT",
			startedOn: "2024-05-06",
			practice: "LEAN",
		},
	});

/** Writes from `clients` concurrent clients for `seconds`, while a few others read from the hub. */
async function measure(
	peer: Peer,
	hub: Peer,
	authorization: string,
	clients: number,
	seconds: number,
): Promise<Measured> {
	const url = new URL(peer.url);
	const writers = new Pool(url.origin, { connections: clients });
	const readers = new Pool(new URL(hub.url).origin, { connections: READERS });
	const latencies: number[] = [];
	const end = performance.now() + seconds * 1000;
	const post = async (pool: Pool, path: string, body: string) => {
		const response = await pool.request({
			path,
			method: "POST",
			headers: { "content-type": "application/json", authorization },
			body,
		});
		const text = await response.body.text();
		if (response.statusCode !== 200 || text.includes('"errors"'))
			throw new Error(`${peer.name}: HTTP ${response.statusCode} ${text.slice(0, 300)}`);
	};
	const start = performance.now();
	const reading = Array.from({ length: READERS }, async () => {
		while (performance.now() < end) await post(readers, "/graphql", bodyOf(READ));
	});
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (performance.now() < end) {
				const sent = performance.now();
				await post(writers, url.pathname, logBody());
				latencies.push(performance.now() - sent);
			}
		}),
	);
	const took = (performance.now() - start) / 1000;
	await Promise.all(reading);
	await writers.close();
	await readers.close();
	return {
		clients,
		writesPerSecond: latencies.length / took,
		p50Ms: percentile(latencies, 0.5),
		p99Ms: percentile(latencies, 0.99),
	};
}

async function onEngine(
	engine: string,
	databaseUrl: string | undefined,
	seconds: number,
	{ clients, rounds }: Load,
): Promise<WriteFigures[]> {
	const dataDir = join(mkdtempSync(join(tmpdir(), "bench-writes-")), "data");
	await loadSeeds({ dataDir, databaseUrl, seedsDir: SEEDS, say: () => undefined });
	const [hubPort, plainPort] = [await freePort(), await freePort()];
	const base = `http://127.0.0.1:${hubPort}`;
	const env: Record<string, string> = {
		...PRODUCTION,
		PORT: String(hubPort),
		HUB_DATA_DIR: dataDir,
		...(databaseUrl && { HUB_DATABASE_URL: databaseUrl }),
	};
	const hub = peerOf("hub", `${base}/graphql`, [
		await startProcess([HUB, "start"], env, `${base}/health/ready`),
	]);
	const plainUrl = `http://127.0.0.1:${plainPort}/`;
	const arguments_ = [String(plainPort), dataDir, ...(databaseUrl ? [databaseUrl] : [])];
	const plain = peerOf("plain SQL", plainUrl, [
		await startProcess(["tests/bench/peers/sql-writes.ts", ...arguments_], {}, plainUrl),
	]);
	const figures: WriteFigures[] = [];
	try {
		const authorization = await staffHeader();
		await measure(hub, hub, authorization, 4, seconds / 2);
		for (const count of clients) {
			const measured: Record<string, Measured[]> = { [hub.name]: [], [plain.name]: [] };
			for (let round = 0; round < rounds; round++)
				for (const peer of round % 2 ? [plain, hub] : [hub, plain])
					measured[peer.name]?.push(await measure(peer, hub, authorization, count, seconds));
			for (const [peer, of] of Object.entries(measured))
				figures.push({ engine, peer, ...mediansOf(of) });
		}
	} finally {
		await hub.stop();
		await plain.stop();
	}
	return figures;
}

/** Logging on both engines under a read load, and the same inserts in plain SQL; medians of the rounds. */
export async function writes(seconds: number, load: Load = EACH): Promise<WriteFigures[]> {
	const sqlite = await onEngine("SQLite", undefined, seconds, load);
	const server = await startPostgres();
	try {
		const probe = new pg.Client({ connectionString: server.url });
		await probe.connect();
		await probe.end();
		return [...sqlite, ...(await onEngine("PostgreSQL", server.url, seconds, load))];
	} finally {
		await server.stop();
	}
}
