import { checkEqual } from "./equal.ts";
import { load, percentile, type Sample } from "./load.ts";
import type { Operation } from "./operations.ts";
import { type Peer, peakMemoryMib } from "./processes.ts";
import { median } from "./verdict.ts";
import { isWarm } from "./warm.ts";

export type Figures = {
	operation: string;
	peer: string;
	requestsPerSecond: number;
	p50Ms: number;
	p99Ms: number;
	/** Median of the rounds. */
	cpuMsPerRequest: number;
	/** The first call, without cached plans or compiled operations. */
	firstMs: number;
	peakMemoryMib: number;
	requests: number;
};

export type Plan = {
	clients: number;
	/** Limit of calls before a peer is measured; fewer if it is warm earlier. */
	warmUpSeconds: number;
	rounds: number;
	secondsARound: number;
};

const WARM_UP_ROUND_S = 1;

function figuresOf(operation: Operation, peer: Peer, samples: Sample[], firstMs: number): Figures {
	const requests = samples.reduce((sum, one) => sum + one.requests, 0);
	const latencies = samples.flatMap((one) => one.latenciesMs);
	return {
		operation: operation.name,
		peer: peer.name,
		requestsPerSecond: requests / samples.reduce((sum, one) => sum + one.seconds, 0),
		p50Ms: percentile(latencies, 0.5),
		p99Ms: percentile(latencies, 0.99),
		cpuMsPerRequest: median(samples.map((one) => one.cpuMsPerRequest)),
		firstMs,
		peakMemoryMib: peakMemoryMib(peer.pids),
		requests,
	};
}

/** Calls a peer until its requests stop getting faster, for `seconds` at most. Returns whether they did. */
async function warmUp(
	once: (seconds: number) => Promise<Sample>,
	seconds: number,
): Promise<boolean> {
	const rounds: number[] = [];
	while (rounds.length * WARM_UP_ROUND_S < seconds && !isWarm(rounds))
		rounds.push((await once(WARM_UP_ROUND_S)).cpuMsPerRequest);
	return isWarm(rounds);
}

/** Runs rounds: every peer once per round, in rotating order. */
export async function compare(peers: Peer[], operation: Operation, plan: Plan): Promise<Figures[]> {
	const checked = await checkEqual(peers, operation);
	const samples = new Map<Peer, Sample[]>(peers.map((peer) => [peer, []]));
	const once = (peer: Peer, seconds: number) =>
		load(peer, operation, checked.get(peer)?.expected ?? [], plan.clients, { seconds });
	for (const peer of peers)
		if (!(await warmUp((seconds) => once(peer, seconds), plan.warmUpSeconds)))
			process.stderr.write(
				`${peer.name} was still getting faster after ${plan.warmUpSeconds} s: measure on a machine that does nothing else\n`,
			);
	for (let round = 0; round < plan.rounds; round++)
		for (let turn = 0; turn < peers.length; turn++) {
			const peer = peers[(turn + round) % peers.length] as Peer;
			samples.get(peer)?.push(await once(peer, plan.secondsARound));
		}
	return peers.map((peer) =>
		figuresOf(operation, peer, samples.get(peer) ?? [], checked.get(peer)?.firstMs ?? Number.NaN),
	);
}
