/** One request to a version of a partner's subgraph. Client mistakes are not among them: they count for nothing. */
export type CanaryCall = {
	ms: number;
	/** Whether the partner answered wrongly or not at all. */
	fault: boolean;
	/** Consumer of an identified caller; network address of an anonymous one. */
	caller: string;
	identified: boolean;
};

/** How calls went: `p95Ms` of those that were answered. */
type Summary = { calls: number; faults: number; p95Ms: number };

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
	/** How long it must run without failing to become the active version. */
	holdMs: number;
	/** Distinct identified consumers that must see it fail; fewer where a canary names fewer. */
	minimumConsumers: number;
};

export const CANARY_RULES: CanaryRules = {
	earlyCalls: 5,
	minimumCalls: 20,
	earlyShare: 0.5,
	faultShare: 0.05,
	slowFactor: 2,
	slowMs: 100,
	holdMs: 10 * 60_000,
	minimumConsumers: 2,
};

export type Verdict =
	| { kind: "WAIT" }
	| { kind: "PROMOTE" }
	| { kind: "ROLL_BACK"; reason: string }
	/** It fails, but for one consumer or for anonymous callers only: the hub asks the partner itself before it acts. */
	| { kind: "CONFIRM"; reason: string };

export type Judged = {
	canary: readonly CanaryCall[];
	/** Calls of the version before it, in the same time. */
	before?: readonly CanaryCall[];
	heldMs: number;
	/** The partner's timeout; half of it is slow for a first version. */
	timeoutMs: number;
	/** How many consumers the canary names; 0 where it takes a share of all. */
	named: number;
};

function summarise(calls: readonly CanaryCall[]): Summary {
	const answered = calls
		.filter(({ fault }) => !fault)
		.map(({ ms }) => ms)
		.sort((one, other) => one - other);
	return {
		calls: calls.length,
		faults: calls.length - answered.length,
		p95Ms: answered[Math.floor(answered.length * 0.95)] ?? 0,
	};
}

const shareOf = ({ calls, faults }: Summary) => (calls === 0 ? 0 : faults / calls);
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Why the calls say that the canary fails, or undefined. A partner that fails with both versions is down, which is not the new one's fault. */
function failureOf(
	calls: readonly CanaryCall[],
	before: Summary | undefined,
	timeoutMs: number,
	rules: CanaryRules,
): string | undefined {
	const canary = summarise(calls);
	const share = shareOf(canary);
	const usual = before ? shareOf(before) : 0;
	const enough = canary.calls >= rules.minimumCalls;
	const early = canary.calls >= rules.earlyCalls && share >= rules.earlyShare;
	if ((early || (enough && share > rules.faultShare)) && share > 2 * usual)
		return `${canary.faults} of ${canary.calls} requests failed (${percent(share)}; before: ${percent(usual)})`;
	if (!enough) return undefined;
	const compared = before !== undefined && before.calls >= rules.minimumCalls;
	const most = compared
		? Math.max(before.p95Ms * rules.slowFactor, before.p95Ms + rules.slowMs)
		: timeoutMs / 2;
	if (canary.p95Ms <= most) return undefined;
	return `95 % of requests took up to ${Math.round(canary.p95Ms)} ms, more than ${Math.round(most)} ms`;
}

const keyOfCaller = ({ caller, identified }: CanaryCall) => `${identified} ${caller}`;

/**
 * Whether enough identified consumers see the failure that none of them can have caused it alone: it shows without the
 * calls of any one of them. Anonymous calls prove nothing, since one caller can make them from many addresses.
 */
function isCorroborated(
	{ canary, named }: Judged,
	fails: (calls: readonly CanaryCall[]) => boolean,
	rules: CanaryRules,
): boolean {
	const identified = canary.filter((call) => call.identified);
	const consumers = [...new Set(identified.map(({ caller }) => caller))];
	const required = named > 0 ? Math.min(named, rules.minimumConsumers) : rules.minimumConsumers;
	if (consumers.length < required) return false;
	if (required === 1) return fails(identified);
	return consumers.every((one) => fails(identified.filter(({ caller }) => caller !== one)));
}

/** Whether it may become the active version: by all calls, or by those of all callers but one, who may have caused the faults. */
function isPromotable(
	{ canary, heldMs }: Judged,
	fine: (calls: readonly CanaryCall[]) => boolean,
	rules: CanaryRules,
) {
	if (heldMs < rules.holdMs) return false;
	const callers = new Set(canary.filter(({ fault }) => fault).map(keyOfCaller));
	return (
		fine(canary) ||
		[...callers].some((caller) => fine(canary.filter((call) => keyOfCaller(call) !== caller)))
	);
}

/** Judges a canary by its calls against those of the version before it. No single caller decides. */
export function verdictOf(judged: Judged, rules: CanaryRules): Verdict {
	const before = judged.before && summarise(judged.before);
	const failure = (calls: readonly CanaryCall[]) =>
		failureOf(calls, before, judged.timeoutMs, rules);
	const reason = failure(judged.canary);
	const fails = (calls: readonly CanaryCall[]) => failure(calls) !== undefined;
	if (reason && isCorroborated(judged, fails, rules)) return { kind: "ROLL_BACK", reason };
	const fine = (calls: readonly CanaryCall[]) =>
		calls.length >= rules.minimumCalls &&
		shareOf(summarise(calls)) <= rules.faultShare &&
		!fails(calls);
	if (isPromotable(judged, fine, rules)) return { kind: "PROMOTE" };
	return reason ? { kind: "CONFIRM", reason } : { kind: "WAIT" };
}
