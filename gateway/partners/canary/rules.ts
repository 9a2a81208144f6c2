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

/** How requests to one version went: `p95Ms` of those that were answered. */
export type Seen = { calls: number; faults: number; p95Ms: number };

export type CanaryRules = {
	/** Calls before a canary is judged at all, and before its speed and promotion are. */
	earlyCalls: number;
	minimumCalls: number;
	/** Faults among calls: beyond `earlyShare` it ends early, beyond `faultShare` once there are enough calls. */
	earlyShare: number;
	faultShare: number;
	/** Slower than the version before: both by this factor and by this much. */
	slowFactor: number;
	slowMs: number;
	/** How long it must hold to become the active version. */
	holdMs: number;
};

export const CANARY_RULES: CanaryRules = {
	earlyCalls: 5,
	minimumCalls: 20,
	earlyShare: 0.5,
	faultShare: 0.05,
	slowFactor: 2,
	slowMs: 100,
	holdMs: 10 * 60_000,
};

export type Verdict =
	| { kind: "WAIT" }
	| { kind: "PROMOTE" }
	| { kind: "ROLL_BACK"; reason: string };

const shareOf = ({ calls, faults }: Seen) => (calls === 0 ? 0 : faults / calls);
const percent = (share: number) => `${Math.round(share * 100)} %`;

/**
 * Judges a canary by its calls against those of the version before it in the same time; a partner that fails with
 * both is down, which is not the new version's fault. `timeoutMs`: the partner's; half of it is slow for a first version.
 */
export function verdictOf(
	canary: Seen,
	before: Seen | undefined,
	heldMs: number,
	timeoutMs: number,
	rules: CanaryRules,
): Verdict {
	const share = shareOf(canary);
	const usual = before ? shareOf(before) : 0;
	const enough = canary.calls >= rules.minimumCalls;
	const early = canary.calls >= rules.earlyCalls && share >= rules.earlyShare;
	if ((early || (enough && share > rules.faultShare)) && share > 2 * usual) {
		const reason = `${canary.faults} of ${canary.calls} requests failed (${percent(share)}; before: ${percent(usual)})`;
		return { kind: "ROLL_BACK", reason };
	}
	if (!enough) return { kind: "WAIT" };
	const compared = before !== undefined && before.calls >= rules.minimumCalls;
	const most = compared
		? Math.max(before.p95Ms * rules.slowFactor, before.p95Ms + rules.slowMs)
		: timeoutMs / 2;
	if (canary.p95Ms > most) {
		const reason = `95 % of requests took up to ${Math.round(canary.p95Ms)} ms, more than ${Math.round(most)} ms`;
		return { kind: "ROLL_BACK", reason };
	}
	return heldMs >= rules.holdMs && share <= rules.faultShare
		? { kind: "PROMOTE" }
		: { kind: "WAIT" };
}
