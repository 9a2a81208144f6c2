import { createPeerClient } from "../load.ts";
import { normalised, type Operation } from "../operations.ts";
import { cpuMs, type Peer } from "../processes.ts";
import { median } from "../verdict.ts";
import { unseenQueries } from "./unseen.ts";

/** Of first calls of operations that a peer has not seen: the median, and processor time a call. */
export type Cold = { ms: number; cpuMs: number };

/**
 * Calls each peer once with each of `count` operations, in turn, one call at a time. `from`: how many shapes the peers
 * have seen before. Throws if an answer differs from the first peer's.
 */
export async function coldCalls(
	peers: Peer[],
	smeId: string,
	from: number,
	count: number,
): Promise<Map<Peer, Cold>> {
	const callers = peers.map((peer) => createPeerClient(peer, 1));
	const called = peers.map(() => ({ ms: [] as number[], cpuMs: 0 }));
	for (const query of unseenQueries(from, count)) {
		const operation: Operation = {
			name: query.slice(0, 14),
			query,
			variables: [{ id: smeId }],
			check: () => undefined,
		};
		const answers: string[] = [];
		for (const [index, peer] of peers.entries()) {
			const cpuBefore = cpuMs(peer.pids);
			const sent = performance.now();
			const body = await callers[index]?.call(operation, 0);
			called[index]?.ms.push(performance.now() - sent);
			(called[index] as { cpuMs: number }).cpuMs += cpuMs(peer.pids) - cpuBefore;
			const { data } = JSON.parse(body ?? "{}");
			if (!data?.sme) throw new Error(`${peer.name}: ${body?.slice(0, 300)} to ${query}`);
			answers.push(normalised(data));
		}
		if (answers.some((answer) => answer !== answers[0]))
			throw new Error(
				`The peers answer differently: ${query}\n${answers.join("\n").slice(0, 1000)}`,
			);
	}
	for (const caller of callers) await caller.close();
	return new Map(
		peers.map((peer, index) => {
			const { ms, cpuMs } = called[index] as { ms: number[]; cpuMs: number };
			return [peer, { ms: median(ms), cpuMs: cpuMs / count }];
		}),
	);
}
