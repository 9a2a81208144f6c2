/** One request to a version of a partner's subgraph. Requests with client errors are excluded. */
export type CanaryCall = {
	ms: number;
	/** Whether the partner's response was missing or invalid. */
	fault: boolean;
	/** Consumer of an identified caller; network address of an anonymous one. */
	caller: string;
	identified: boolean;
};

/** Statistics of calls; `p95Ms` of successful ones. */
type Summary = { calls: number; faults: number; p95Ms: number };

export type CanaryRules = {
	/** Minimum number of calls to detect early failure, and to judge latency and promotion. */
	earlyCalls: number;
	minimumCalls: number;
	/** Error share above which the canary fails: `earlyShare` early, `faultShare` once there are enough calls. */
	earlyShare: number;
	faultShare: number;
	/** A canary is too slow if it exceeds the previous version by both this factor and this difference. */
	slowFactor: number;
	slowMs: number;
	/** How long it must run without failing before promotion. */
	holdMs: number;
	/** Distinct identified consumers that must see failures; fewer if a canary names fewer. */
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
	/** It fails for a single consumer or anonymous callers only: the hub confirms with its own request first. */
	| { kind: "CONFIRM"; reason: string };

export type Judged = {
	canary: readonly CanaryCall[];
	/** Calls of the previous version in the same period. */
	before?: readonly CanaryCall[];
	heldMs: number;
	/** The partner's timeout; a first version is too slow above half of it. */
	timeoutMs: number;
	/** Number of consumers that the canary names; 0 if it serves a percentage of all. */
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

/** Says why the canary fails in one respect, or undefined. */
type Check = (
	canary: Summary,
	before: Summary | undefined,
	timeoutMs: number,
	rules: CanaryRules,
) => string | undefined;

/** Requests fail. If they do with both versions, the partner is down, which is not the canary's fault. */
const failing: Check = (canary, before, _timeoutMs, rules) => {
	const share = shareOf(canary);
	const usual = before ? shareOf(before) : 0;
	const enough = canary.calls >= rules.minimumCalls;
	const early = canary.calls >= rules.earlyCalls && share >= rules.earlyShare;
	return (early || (enough && share > rules.faultShare)) && share > 2 * usual
		? `${canary.faults} of ${canary.calls} requests failed (${percent(share)}; before: ${percent(usual)})`
		: undefined;
};

/** Requests take much longer than with the previous version. */
const slow: Check = (canary, before, timeoutMs, rules) => {
	if (canary.calls < rules.minimumCalls) return undefined;
	const compared = before !== undefined && before.calls >= rules.minimumCalls;
	const most = compared
		? Math.max(before.p95Ms * rules.slowFactor, before.p95Ms + rules.slowMs)
		: timeoutMs / 2;
	return canary.p95Ms <= most
		? undefined
		: `95 % of requests took up to ${Math.round(canary.p95Ms)} ms, more than ${Math.round(most)} ms`;
};

/** Why the canary fails by these calls, or undefined. */
type Reason = (calls: readonly CanaryCall[]) => string | undefined;

const keyOfCaller = ({ caller, identified }: CanaryCall) => `${identified} ${caller}`;

/**
 * Whether enough identified consumers see the failure that no single one can have caused it: it remains without the
 * calls of any one of them. Anonymous calls are not evidence, since one caller can use many addresses.
 */
function isCorroborated({ canary, named }: Judged, reasonOf: Reason, rules: CanaryRules): boolean {
	const identified = canary.filter((call) => call.identified);
	const consumers = [...new Set(identified.map(({ caller }) => caller))];
	const required = named > 0 ? Math.min(named, rules.minimumConsumers) : rules.minimumConsumers;
	if (consumers.length < required) return false;
	if (required === 1) return reasonOf(identified) !== undefined;
	return consumers.every((one) => reasonOf(identified.filter(({ caller }) => caller !== one)));
}

/** Whether it can be promoted: by all calls, or by all calls except those of one caller, who may have caused the faults. */
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

/** Compares a canary's calls with those of the previous version. No single caller decides the verdict. */
export function verdictOf(judged: Judged, rules: CanaryRules): Verdict {
	const before = judged.before && summarise(judged.before);
	const [fails, isSlow] = [failing, slow].map(
		(check) => (calls: readonly CanaryCall[]) =>
			check(summarise(calls), before, judged.timeoutMs, rules),
	) as [Reason, Reason];
	// Each by itself: who makes requests fail finds no support with those for whom they are slow.
	for (const reasonOf of [fails, isSlow]) {
		const reason = reasonOf(judged.canary);
		if (reason && isCorroborated(judged, reasonOf, rules)) return { kind: "ROLL_BACK", reason };
	}
	const fine = (calls: readonly CanaryCall[]) =>
		calls.length >= rules.minimumCalls &&
		shareOf(summarise(calls)) <= rules.faultShare &&
		!fails(calls) &&
		!isSlow(calls);
	if (isPromotable(judged, fine, rules)) return { kind: "PROMOTE" };
	const reason = fails(judged.canary) ?? isSlow(judged.canary);
	return reason ? { kind: "CONFIRM", reason } : { kind: "WAIT" };
}
