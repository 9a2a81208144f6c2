import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../../shared/log.ts";
import { readDisclosures } from "../../../shared/observe/metrics.ts";
import type { PostBounded, Registry, ServedSubgraph } from "../../../shared/registry.ts";
import { slotsOf } from "../canary/rules.ts";
import { CANARY_RULES, type CanaryCall, type CanaryRules, verdictOf } from "../canary/verdict.ts";
import { createCallStats } from "../pool/call-stats.ts";
import { keyOf, partnerPool, runOf } from "../pool/transport-pool.ts";
import { callRecorder } from "./call-recorder.ts";
import { disclosureRecorder } from "./disclosure-recorder.ts";
import { eventTeller } from "./event-teller.ts";
import { operationLog } from "./operation-log.ts";

/** Options for serving partners' subgraphs. */
export type PartnerOptions = {
	registry: Registry;
	post: PostBounded;
	production: boolean;
	/** Polling interval of the registry. */
	pollMs?: number;
	/** Interval between notifications of partners. */
	tellMs?: number;
	canaryRules?: Partial<CanaryRules>;
};

/** What the poller needs of the router: the versions that are served, and a way to take a canary out at once. */
export type CanaryRouter = {
	base(): { partners: readonly ServedSubgraph[] } | undefined;
	canaries(): ReadonlyArray<{ served: ServedSubgraph }>;
	drop(name: string): void;
};

const POLL_MS = 1000;
/** Minimum interval between the hub's own requests to a canary. */
const CONFIRM_MS = 1000;

/** Polls the registry, serves and removes partners' versions, and promotes or rolls back canaries. */
export async function pollRegistry(
	{ registry, post, production, pollMs = POLL_MS, tellMs, canaryRules }: PartnerOptions,
	log: Log,
) {
	const rules = { ...CANARY_RULES, ...canaryRules };
	const stats = createCallStats();
	const recorder = callRecorder(registry, log);
	const teller = eventTeller(registry, log, tellMs);
	const calls: typeof stats = {
		...stats,
		add(versionKey, call) {
			stats.add(versionKey, call);
			recorder.add(versionKey, call);
		},
	};
	const key = await registry.hubKey();
	const disclosures = disclosureRecorder(registry);
	const noLongerObserved = readDisclosures(disclosures.waiting);
	const disclose = disclosures.record;
	const pool = partnerPool({ post, key, production, log, disclose, calls });
	const operations = operationLog(registry, log);
	let mark = await registry.changed();
	let served = await registry.served();
	pool.apply(served, new Map());
	let looking: Promise<void> = Promise.resolve();
	/** Canaries whose end has been decided here, until the registry's response is served. */
	const decided = new Set<string>();
	/** Time of the hub's last own request to a canary. */
	const confirmed = new Map<string, number>();
	let told = "";

	async function lookOnce(changed: () => void): Promise<void> {
		const now = await registry.changed();
		if (now === mark) return;
		const next = await registry.served();
		const names = new Set(next.map(({ name }) => name));
		const left = pool.names().filter((name) => !names.has(name));
		const reasons = left.length > 0 ? await registry.unservedReasons(left) : new Map();
		served = next;
		mark = now;
		pool.apply(served, reasons);
		changed();
	}

	/** Polls once for all concurrent callers and sees everything committed by now; removed versions are cut off before it returns. */
	function look(changed: () => void): Promise<void> {
		looking = looking.catch(() => undefined).then(() => lookOnce(changed));
		return looking;
	}

	/** Ends a canary once; retried if writing fails. */
	async function decide(canary: ServedSubgraph, write: () => Promise<void>): Promise<void> {
		decided.add(runOf(canary));
		try {
			await write();
		} catch (error) {
			decided.delete(runOf(canary));
			throw error;
		}
	}

	async function end(router: CanaryRouter, canary: ServedSubgraph, reason: string): Promise<void> {
		if (decided.has(runOf(canary))) return;
		const { name, version } = canary;
		log.warn({ subgraph: name, version, reason }, "a canary is rolled back");
		router.drop(name);
		pool.cut(canary);
		await decide(canary, () => registry.rollBack(name, reason, version));
	}

	/** Statistics of the active version: of the same period if it had enough calls, otherwise of its latest calls. */
	function callsBefore(
		active: ServedSubgraph | undefined,
		since: number,
	): CanaryCall[] | undefined {
		if (!active) return undefined;
		const now = calls.calls(keyOf(active), since);
		return now.length >= rules.minimumCalls ? now : calls.calls(keyOf(active));
	}

	/** Ends a canary that fails for a single caller only if the hub's own request fails too and succeeds with the previous version. */
	async function confirm(
		router: CanaryRouter,
		canary: ServedSubgraph,
		active: ServedSubgraph | undefined,
		reason: string,
	): Promise<void> {
		const asked = confirmed.get(runOf(canary)) ?? 0;
		if (Date.now() - asked < CONFIRM_MS) return;
		confirmed.set(runOf(canary), Date.now());
		const fault = await pool.fault(canary);
		if (!fault || (active && (await pool.fault(active)))) return;
		await end(router, canary, `${reason}; the hub's own request failed too: ${fault}`);
	}

	async function judgeOne(router: CanaryRouter, canary: ServedSubgraph): Promise<void> {
		const { name, version, quota } = canary;
		const { since = "", consumers = [] } = canary.canary ?? {};
		const active = served.find((one) => one.name === name && one.canary === null);
		const verdict = verdictOf(
			{
				canary: calls.calls(keyOf(canary)),
				before: callsBefore(active, calls.begun(keyOf(canary))),
				heldMs: Date.now() - Date.parse(since),
				timeoutMs: quota.timeoutMs,
				named: consumers.length,
			},
			rules,
		);
		if (verdict.kind === "ROLL_BACK") await end(router, canary, verdict.reason);
		if (verdict.kind === "CONFIRM") await confirm(router, canary, active, verdict.reason);
		if (verdict.kind === "PROMOTE") {
			log.info({ subgraph: name, version }, "a canary has held");
			await decide(canary, () => registry.promote(name, version));
		}
	}

	/** Evaluates all served canaries, including those served to everybody. */
	async function judge(router: CanaryRouter): Promise<void> {
		const current = new Set(served.filter(({ canary }) => canary).map(runOf));
		for (const known of decided) if (!current.has(known)) decided.delete(known);
		for (const known of confirmed.keys()) if (!current.has(known)) confirmed.delete(known);
		const shown = [
			...router.canaries().map((one) => one.served),
			...(router.base()?.partners ?? []).filter(({ canary }) => canary),
		];
		for (const canary of shown)
			if (current.has(runOf(canary)) && !decided.has(runOf(canary)))
				await judgeOne(router, canary).catch((error: Error) =>
					log.error({ subgraph: canary.name, err: error }, "a canary's end could not be written"),
				);
	}

	return {
		pool,
		operations,
		look,
		end,
		slots: () => slotsOf(served),
		async close(): Promise<void> {
			noLongerObserved();
			await Promise.all([operations.close(), recorder.close(), teller.close()]);
		},
		forgetOthers: () => pool.keepOnly(served),
		/** Polls and evaluates until `signal` aborts; if the registry fails, nothing changes. */
		async run(router: CanaryRouter, changed: () => void, signal: AbortSignal): Promise<void> {
			while (!signal.aborted) {
				await sleep(pollMs, undefined, { signal, ref: false }).catch(() => undefined);
				if (signal.aborted) return;
				try {
					await judge(router);
					await look(changed);
					told = "";
				} catch (error) {
					const reason = (error as Error).message;
					if (reason !== told) log.error({ reason }, "the registry cannot be followed");
					told = reason;
				}
			}
		},
	};
}
