import { createHash } from "node:crypto";
import type { Canary, ServedSubgraph } from "../../../shared/registry.ts";

/** The caller as seen by canary selection: its consumer, and a key that is stable for the same caller. */
export type CanaryCaller = { consumer: string; subject: string };

/** Most concurrent canaries, each with its own gateway. Others are queued. */
const MOST_CANARIES = 4;

/** Whether a canary serves everybody: then it is part of the default graph, and still monitored. */
const isForAll = ({ canary }: ServedSubgraph) =>
	canary !== null && canary.share >= 100 && canary.consumers.length === 0;

/** Splits served versions into the default graph and its canaries, oldest first. */
export function slotsOf(served: readonly ServedSubgraph[]): {
	base: ServedSubgraph[];
	canaries: ServedSubgraph[];
} {
	const since = ({ canary }: ServedSubgraph) => canary?.since ?? "";
	const forAll = served.filter(isForAll);
	const replaced = new Set(forAll.map(({ name }) => name));
	const active = served.filter(({ canary, name }) => canary === null && !replaced.has(name));
	return {
		base: [...active, ...forAll],
		canaries: served
			.filter((one) => one.canary !== null && !isForAll(one))
			.sort((one, other) => (since(one) < since(other) ? -1 : 1))
			.slice(0, MOST_CANARIES),
	};
}

/** The graph of a canary: the default graph with this version added or replacing the active one. */
export function withCanary(base: readonly ServedSubgraph[], canary: ServedSubgraph) {
	return [...base.filter(({ name }) => name !== canary.name), canary];
}

/** Whether a caller is routed to a canary; stable for the same caller. */
export function isChosen({ share, consumers }: Canary, name: string, who: CanaryCaller): boolean {
	if (consumers.includes(who.consumer) || consumers.includes(who.subject)) return true;
	if (consumers.length > 0) return false;
	const hash = createHash("sha256").update(`${name}\n${who.subject}`).digest();
	return hash.readUInt32BE(0) % 100 < share;
}
