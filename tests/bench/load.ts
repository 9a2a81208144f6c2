import { Pool } from "undici";
import type { Operation } from "./operations.ts";
import { cpuMs, type Peer } from "./processes.ts";

/** Validated responses: for each set of variables, the text that this peer must return again. */
export type Expected = string[];

export type Sample = {
	requests: number;
	seconds: number;
	cpuMsPerRequest: number;
	latenciesMs: number[];
};

export type PeerClient = {
	call(operation: Operation, index: number): Promise<string>;
	close(): Promise<void>;
};

export function createPeerClient(peer: Peer, connections: number): PeerClient {
	const url = new URL(peer.url);
	const pool = new Pool(url.origin, { connections });
	async function once(operation: Operation, index: number): Promise<string> {
		const operationName = /query (\w+)/.exec(operation.query)?.[1];
		const response = await pool.request({
			path: url.pathname,
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({
				query: operation.query,
				operationName,
				variables: operation.variables[index],
			}),
		});
		const body = await response.body.text();
		if (response.statusCode !== 200)
			throw new Error(
				`${peer.name}, ${operation.name}: HTTP ${response.statusCode} ${body.slice(0, 300)}`,
			);
		return body;
	}
	return {
		async call(operation, index) {
			const body = await once(operation, index);
			// A subgraph may close a keep-alive connection just as a stock gateway reuses it; retry.
			return body.includes("socket hang up") ? once(operation, index) : body;
		},
		close: () => pool.close(),
	};
}

/** How long to call a peer: a number of seconds, or of calls. */
export type Length = { seconds: number } | { requests: number };

/** Calls a peer from `clients` concurrent clients, each waiting for its response; validates every response. */
export async function load(
	peer: Peer,
	operation: Operation,
	expected: Expected,
	clients: number,
	length: Length,
): Promise<Sample> {
	const caller = createPeerClient(peer, clients);
	const latenciesMs: number[] = [];
	let next = 0;
	const cpuBefore = cpuMs(peer.pids);
	const start = performance.now();
	const more =
		"seconds" in length
			? () => performance.now() < start + length.seconds * 1000
			: () => next < length.requests;
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (more()) {
				const index = next++ % operation.variables.length;
				const sent = performance.now();
				const body = await caller.call(operation, index);
				if (body !== expected[index])
					throw new Error(
						`${peer.name}, ${operation.name}: the answer changed under load: ${body.slice(0, 500)}`,
					);
				latenciesMs.push(performance.now() - sent);
			}
		}),
	);
	const took = (performance.now() - start) / 1000;
	const cpu = cpuMs(peer.pids) - cpuBefore;
	await caller.close();
	return {
		requests: latenciesMs.length,
		seconds: took,
		cpuMsPerRequest: cpu / latenciesMs.length,
		latenciesMs,
	};
}

export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
