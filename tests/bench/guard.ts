import { busySmes, datasetOf } from "./dataset.ts";
import { checkEqual } from "./equal.ts";
import { load } from "./load.ts";
import { operationsOn } from "./operations.ts";
import { startHubInOne } from "./peers/hub-one.ts";
import { startGraphqlJs } from "./peers/single.ts";
import type { Peer } from "./processes.ts";
import { median, type Round, verdictOf } from "./verdict.ts";
import { isWarm } from "./warm.ts";

/** Small, so that a fresh machine generates it in seconds. */
const SET = { smes: 2000, engagements: 20_000 };
const CLIENTS = 8;

type Guarded = {
	operation: string;
	/** Requests a round: rounds are short, so that both servers of a pair meet the same machine. */
	requests: number;
	/** Seconds after which the measured rounds begin, warm or not, and those that they may take. */
	warmUpSeconds: number;
	seconds: number;
	/**
	 * Limit as a multiple of the unfederated server's processor time. Measured on two cores, median of a run: 1.1 for the
	 * first operation and 0.5 for the second, with up to half as much again beside twenty other processes. Executing
	 * plans as Apollo's gateway does takes 1.9 and 0.9; parsing subgraphs' operations for each request, 3.8.
	 */
	most: number;
};

const GUARDED: Guarded[] = [
	{ operation: "sme-latest-20", requests: 250, warmUpSeconds: 15, seconds: 8, most: 2.5 },
	{ operation: "centers-trainings", requests: 16, warmUpSeconds: 5, seconds: 5, most: 1.3 },
];

type Measured = { guarded: Guarded; warm: boolean; requests: number; rounds: Round[] };

/** Rounds of both servers in turn: first until both are warm, then those that count. */
async function measure(
	once: (peer: Peer) => Promise<number>,
	[hub, single]: [Peer, Peer],
	guarded: Guarded,
): Promise<Measured> {
	const pair = async (): Promise<Round> => ({ hub: await once(hub), single: await once(single) });
	const after = (seconds: number) => performance.now() + seconds * 1000;
	const cold: Round[] = [];
	const warm = () =>
		isWarm(cold.map((round) => round.hub)) && isWarm(cold.map((round) => round.single));
	for (const end = after(guarded.warmUpSeconds); performance.now() < end && !warm(); )
		cold.push(await pair());
	const rounds: Round[] = [];
	for (const end = after(guarded.seconds); performance.now() < end || rounds.length < 3; )
		rounds.push(await pair());
	return { guarded, warm: warm(), requests: cold.length * guarded.requests, rounds };
}

function textOf({ guarded, warm, requests, rounds }: Measured): string {
	const each = (of: (round: Round) => number) => median(rounds.map(of)).toFixed(2);
	return (
		`${guarded.operation}: ${each(({ hub }) => hub)} ms of processor time a request, unfederated ${each(({ single }) => single)} ms ` +
		`(${rounds.length} rounds of ${guarded.requests}, ${warm ? "warm" : "not yet warm"} after ${requests} requests)`
	);
}

/**
 * Compares the processor time the hub takes for a request with that of one unfederated server on the same tables, in
 * under a minute. Returns whether every operation is within its bound.
 */
export async function guard(say: (text: string) => void): Promise<boolean> {
	const { dir } = await datasetOf(SET.smes, SET.engagements);
	const operations = operationsOn(await busySmes(dir, 200));
	const peers = await Promise.all([startHubInOne(dir), startGraphqlJs(dir)]);
	let passes = true;
	try {
		for (const guarded of GUARDED) {
			const operation = operations.find(({ name }) => name === guarded.operation);
			if (!operation) throw new Error(`There is no operation ${guarded.operation} to guard`);
			const checked = await checkEqual(peers, operation);
			const { requests } = guarded;
			const once = async (peer: Peer) => {
				const expected = checked.get(peer)?.expected ?? [];
				return (await load(peer, operation, expected, CLIENTS, { requests })).cpuMsPerRequest;
			};
			const measured = await measure(once, peers, guarded);
			const verdict = verdictOf(measured.rounds, guarded.most);
			passes &&= verdict.passes;
			say(`${textOf(measured)}\n  ${verdict.text}`);
		}
	} finally {
		for (const peer of peers) await peer.stop();
	}
	return passes;
}
