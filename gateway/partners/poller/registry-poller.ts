import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../../shared/log.ts";
import type { PostBounded, Registry, ServedSubgraph } from "../../../shared/registry.ts";
import type { Stage } from "../../router/router.ts";
import {
	CANARY_RULES,
	type CanaryRules,
	type Seen,
	slotsOf,
	verdictOf,
} from "../../router/rules.ts";
import { callLog } from "../pool/call-stats.ts";
import { keyOf, partnerPool, runOf } from "../pool/transport-pool.ts";
import { disclosureRecorder } from "./disclosure-recorder.ts";
import { operationLog } from "./operation-log.ts";

/** What serving partners takes beside serving the hub's own subgraphs. */
export type PartnerOptions = {
	registry: Registry;
	post: PostBounded;
	production: boolean;
	/** How often the registry is looked at. */
	pollMs?: number;
	canaryRules?: Partial<CanaryRules>;
};

const POLL_MS = 1000;

/** Follows the registry: who is served, who is cut off, which canary has held or failed. */
export async function followRegistry(
	{ registry, post, production, pollMs = POLL_MS, canaryRules }: PartnerOptions,
	log: Log,
) {
	const rules = { ...CANARY_RULES, ...canaryRules };
	const calls = callLog();
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

	async function end(stage: Stage, canary: ServedSubgraph, reason: string): Promise<void> {
		if (decided.has(runOf(canary))) return;
		const { name, version } = canary;
		log.warn({ subgraph: name, version, reason }, "a canary is rolled back");
		stage.drop(name);
		pool.cut(canary);
		await decide(canary, () => registry.rollBack(name, reason, version));
	}

	/** How the active version does, in the same time where it was asked enough, otherwise lately. */
	function seenBefore(active: ServedSubgraph | undefined, since: number): Seen | undefined {
		if (!active) return undefined;
		const now = calls.seen(keyOf(active), since);
		return now.calls >= rules.minimumCalls ? now : calls.seen(keyOf(active));
	}

	async function judgeOne(stage: Stage, canary: ServedSubgraph): Promise<void> {
		const { name, version, quota } = canary;
		const active = served.find((one) => one.name === name && one.canary === null);
		const verdict = verdictOf(
			calls.seen(keyOf(canary)),
			seenBefore(active, calls.begun(keyOf(canary))),
			Date.now() - Date.parse(canary.canary?.since ?? ""),
			quota.timeoutMs,
			rules,
		);
		if (verdict.kind === "ROLL_BACK") await end(stage, canary, verdict.reason);
		if (verdict.kind === "PROMOTE") {
			log.info({ subgraph: name, version }, "a canary has held");
			await decide(canary, () => registry.promote(name, version));
		}
	}

	/** Judges the canaries that are served now, those that everybody has among them. */
	async function judge(stage: Stage): Promise<void> {
		const current = new Set(served.filter(({ canary }) => canary).map(runOf));
		for (const known of decided) if (!current.has(known)) decided.delete(known);
		const shown = [
			...stage.canaries().map((one) => one.served),
			...(stage.base()?.partners ?? []).filter(({ canary }) => canary),
		];
		for (const canary of shown)
			if (current.has(runOf(canary)) && !decided.has(runOf(canary)))
				await judgeOne(stage, canary).catch((error: Error) =>
					log.error({ subgraph: canary.name, err: error }, "a canary's end could not be written"),
				);
	}

	return {
		pool,
		operations,
		look,
		end,
		slots: () => slotsOf(served),
		forgetOthers: () => pool.keepOnly(served),
		/** Looks and judges again and again until `signal`; a registry that fails leaves everything as it is. */
		async run(stage: Stage, changed: () => void, signal: AbortSignal): Promise<void> {
			while (!signal.aborted) {
				await sleep(pollMs, undefined, { signal, ref: false }).catch(() => undefined);
				if (signal.aborted) return;
				try {
					await judge(stage);
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
