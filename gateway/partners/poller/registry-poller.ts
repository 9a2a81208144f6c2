import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../../shared/log.ts";
import type { PostBounded, Registry, ServedSubgraph } from "../../../shared/registry.ts";
import { CANARY_RULES, type CanaryRules, type Seen, slotsOf, verdictOf } from "../canary/rules.ts";
import { createCallStats } from "../pool/call-stats.ts";
import { keyOf, partnerPool, runOf } from "../pool/transport-pool.ts";
import { callRecorder } from "./call-recorder.ts";
import { disclosureRecorder } from "./disclosure-recorder.ts";
import { eventTeller } from "./event-teller.ts";
import { operationLog } from "./operation-log.ts";

/** What serving partners takes beside serving the hub's own subgraphs. */
export type PartnerOptions = {
	registry: Registry;
	post: PostBounded;
	production: boolean;
	/** How often the registry is looked at. */
	pollMs?: number;
	/** How often partners are told what happened. */
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

/** Follows the registry: who is served, who is cut off, which canary has held or failed. */
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
	const disclose = disclosureRecorder(registry);
	const pool = partnerPool({ post, key, production, log, disclose, calls });
	const operations = operationLog(registry, log);
	let mark = await registry.changed();
	let served = await registry.served();
	pool.apply(served);
	let looking: Promise<void> = Promise.resolve();
	/** Canaries whose end has been decided here, until the registry's answer is served. */
	const decided = new Set<string>();
	let told = "";

	async function lookOnce(changed: () => void): Promise<void> {
		const now = await registry.changed();
		if (now === mark) return;
		served = await registry.served();
		mark = now;
		pool.apply(served);
		changed();
	}

	/** Sees what has been committed by now, however many look at once; cuts off before it returns. */
	function look(changed: () => void): Promise<void> {
		looking = looking.catch(() => undefined).then(() => lookOnce(changed));
		return looking;
	}

	/** Decides a canary's end once; one that could not be written is decided again. */
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

	/** How the active version does, in the same time where it was asked enough, otherwise lately. */
	function seenBefore(active: ServedSubgraph | undefined, since: number): Seen | undefined {
		if (!active) return undefined;
		const now = calls.seen(keyOf(active), since);
		return now.calls >= rules.minimumCalls ? now : calls.seen(keyOf(active));
	}

	async function judgeOne(router: CanaryRouter, canary: ServedSubgraph): Promise<void> {
		const { name, version, quota } = canary;
		const active = served.find((one) => one.name === name && one.canary === null);
		const verdict = verdictOf(
			calls.seen(keyOf(canary)),
			seenBefore(active, calls.begun(keyOf(canary))),
			Date.now() - Date.parse(canary.canary?.since ?? ""),
			quota.timeoutMs,
			rules,
		);
		if (verdict.kind === "ROLL_BACK") await end(router, canary, verdict.reason);
		if (verdict.kind === "PROMOTE") {
			log.info({ subgraph: name, version }, "a canary has held");
			await decide(canary, () => registry.promote(name, version));
		}
	}

	/** Judges the canaries that are served now, those that everybody has among them. */
	async function judge(router: CanaryRouter): Promise<void> {
		const current = new Set(served.filter(({ canary }) => canary).map(runOf));
		for (const known of decided) if (!current.has(known)) decided.delete(known);
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
			await Promise.all([operations.close(), recorder.close(), teller.close()]);
		},
		forgetOthers: () => pool.keepOnly(served),
		/** Looks and judges again and again until `signal`; a registry that fails leaves everything as it is. */
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
