import { createHash } from "node:crypto";
import type { Canary, ServedSubgraph } from "../../../shared/registry.ts";

/** Who asks, as far as canaries choose: an organisation or office, and one that is always the same for the same caller. */
export type CanaryCaller = { consumer: string; subject: string };

/** Canaries that run beside each other at most; each is a gateway of its own. Others wait their turn. */
const MOST_CANARIES = 4;

/** Whether a canary takes everybody: then it is part of the graph of all, and still watched. */
const isForAll = ({ canary }: ServedSubgraph) =>
	canary !== null && canary.share >= 100 && canary.consumers.length === 0;

/** Sorts what is served into the graph of all and the canaries beside it, oldest first. */
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

/** The graph of a canary: that of all with this version instead of, or beside, the active one. */
export function withCanary(base: readonly ServedSubgraph[], canary: ServedSubgraph) {
	return [...base.filter(({ name }) => name !== canary.name), canary];
}

/** Whether a caller gets a canary; the same caller always does, or never does. */
export function isChosen({ share, consumers }: Canary, name: string, who: CanaryCaller): boolean {
	if (consumers.includes(who.consumer) || consumers.includes(who.subject)) return true;
	if (consumers.length > 0) return false;
	const hash = createHash("sha256").update(`${name}\n${who.subject}`).digest();
	return hash.readUInt32BE(0) % 100 < share;
}
