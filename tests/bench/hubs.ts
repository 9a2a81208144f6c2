import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { type Balancer, startBalancer } from "../support/balancer.ts";
import { startReplicated } from "../support/standby.ts";
import { copyEngagements } from "./copy-engagements.ts";
import { busySmes, datasetOf } from "./dataset.ts";
import { PRODUCTION, staffHeader } from "./issuer.ts";
import { percentile } from "./load.ts";
import { operationsOn } from "./operations.ts";
import { cpuMs, freePort, type Started, startProcess, treeCpuMs } from "./processes.ts";

export type HubsFigures = {
	setup: string;
	load: string;
	requestsPerSecond: number;
	p99Ms: number;
	/** Processor time a request of all hubs, and of each server of the database. */
	hubsMs: number;
	primaryMs: number;
	replicaMs: number;
};

const CLIENTS = 12;
const ROUNDS = 4;
const REQUESTS_A_ROUND = 300;
const WARM_UP = 900;
/** Of the load that also writes, one request in so many. */
const WRITE_EVERY = 10;
const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";

type Setup = { name: string; balancer: Balancer; hubs: Started[]; urls: string[] };
type Sum = { requests: number; seconds: number; tookMs: number[] } & Record<
	"hubs" | "primary" | "replica",
	number
>;

async function startSetup(
	name: string,
	count: number,
	env: Record<string, string>,
): Promise<Setup> {
	const hubs: Started[] = [];
	const urls: string[] = [];
	for (let at = 0; at < count; at++) {
		const port = await freePort();
		const url = `http://127.0.0.1:${port}`;
		urls.push(url);
		const own = { ...PRODUCTION, ...env, PORT: String(port), HUB_MAX_LAG_MS: "60000" };
		hubs.push(await startProcess(["gateway/launch.js", "start"], own, `${url}/health/ready`));
	}
	const balancer = await startBalancer(urls);
	while (!urls.every(balancer.isReady)) await sleep(50);
	return { name, balancer, hubs, urls };
}

/** Three hubs with a replica of their database, and one hub on the primary alone, in turn under the same loads. */
export async function hubs(smes: number, engagements: number): Promise<HubsFigures[]> {
	const dataset = await datasetOf(smes, engagements);
	const smeIds = await busySmes(dataset.dir, 200);
	const [latest] = operationsOn(smeIds);
	const authorization = await staffHeader();
	const servers = await startReplicated("hub");
	const setups: Setup[] = [];

	async function send(pool: Pool, isWrite: boolean, index: number): Promise<void> {
		const input = {
			...{ clientMutationId: randomUUID(), smeId: smeIds[index % smeIds.length] },
			...{ kind: "EVENT", startedOn: "2024-05-06" },
		};
		const response = await pool.request({
			...{ path: "/graphql", method: "POST" },
			headers: { "content-type": "application/json", ...(isWrite && { authorization }) },
			body: JSON.stringify(
				isWrite
					? { query: LOG, variables: { input } }
					: { query: latest?.query, variables: latest?.variables[index % smeIds.length] },
			),
		});
		const text = await response.body.text();
		// On a busy machine a hub may be late to say that it is ready; the time counts.
		if (response.statusCode === 502) {
			await sleep(50);
			return send(pool, isWrite, index);
		}
		if (response.statusCode !== 200 || text.includes('"errors"'))
			throw new Error(`HTTP ${response.statusCode} ${text.slice(0, 300)}`);
	}

	async function round(setup: Setup, requests: number, writes: boolean): Promise<Sum> {
		const pool = new Pool(setup.balancer.url, { connections: CLIENTS });
		const pids = setup.hubs.map(({ pid }) => pid);
		const now = () => {
			const [primary = 0, replica = 0] = servers.pids().map(treeCpuMs);
			return { hubs: cpuMs(pids), primary, replica };
		};
		const before = now();
		const started = performance.now();
		const tookMs: number[] = [];
		let next = 0;
		await Promise.all(
			Array.from({ length: CLIENTS }, async () => {
				while (next < requests) {
					const index = next++;
					const sent = performance.now();
					await send(pool, writes && index % WRITE_EVERY === 0, index);
					tookMs.push(performance.now() - sent);
				}
			}),
		);
		const seconds = (performance.now() - started) / 1000;
		const after = now();
		await pool.close();
		return {
			...{ requests: tookMs.length, seconds, tookMs },
			hubs: after.hubs - before.hubs,
			primary: after.primary - before.primary,
			replica: after.replica - before.replica,
		};
	}

	async function figuresOf(load: string, writes: boolean): Promise<HubsFigures[]> {
		const rounds = new Map<Setup, Sum[]>(setups.map((setup) => [setup, []]));
		for (const setup of setups) await round(setup, WARM_UP, writes);
		for (let turn = 0; turn < ROUNDS; turn++)
			for (const setup of turn % 2 === 0 ? setups : setups.toReversed())
				rounds.get(setup)?.push(await round(setup, REQUESTS_A_ROUND, writes));
		return [...rounds].map(([setup, all]) => {
			const sum = (key: "requests" | "seconds" | "hubs" | "primary" | "replica") =>
				all.reduce((total, one) => total + one[key], 0);
			return {
				...{ setup: setup.name, load },
				requestsPerSecond: sum("requests") / sum("seconds"),
				p99Ms: percentile(
					all.flatMap(({ tookMs }) => tookMs),
					0.99,
				),
				hubsMs: sum("hubs") / sum("requests"),
				primaryMs: sum("primary") / sum("requests"),
				replicaMs: sum("replica") / sum("requests"),
			};
		});
	}

	try {
		const dataDir = mkdtempSync(join(tmpdir(), "bench-hubs-"));
		await copyEngagements(dataset.dir, { dataDir, databaseUrl: servers.url });
		const env = { HUB_DATA_DIR: dataDir, HUB_DATABASE_URL: servers.url };
		setups.push(await startSetup("one hub", 1, env));
		const withReplica = { ...env, HUB_DATABASE_READ_URLS: servers.readUrl };
		setups.push(await startSetup("three hubs, a replica", 3, withReplica));
		return [
			...(await figuresOf("reads", false)),
			...(await figuresOf(`reads, one write in ${WRITE_EVERY}`, true)),
		];
	} finally {
		for (const { balancer, hubs: all } of setups) {
			balancer.close();
			for (const hub of all) await hub.stop();
		}
		await servers.stop();
	}
}
