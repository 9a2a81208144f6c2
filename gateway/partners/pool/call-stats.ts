import type { Seen } from "../canary/rules.ts";
import type { PartnerCall } from "../transport/partner-transport.ts";

/** Calls that are remembered of each version; older ones are forgotten. */
const REMEMBERED = 500;

type Entry = { at: number; call: PartnerCall };

/** How the requests to each version of a partner's subgraph went lately. Keys are "name@version". */
export function createCallStats() {
	const calls = new Map<string, Entry[]>();
	return {
		add(key: string, call: PartnerCall): void {
			let entries = calls.get(key);
			if (!entries) {
				entries = [];
				calls.set(key, entries);
			}
			entries.push({ at: Date.now(), call });
			if (entries.length > 2 * REMEMBERED) entries.splice(0, REMEMBERED);
		},
		/** When the first call that is remembered ended, in milliseconds. */
		begun: (key: string): number => calls.get(key)?.[0]?.at ?? Date.now(),
		/** Of the calls that ended at or after `since`. */
		seen(key: string, since = 0): Seen {
			const entries = (calls.get(key) ?? []).filter(({ at }) => at >= since);
			const answered = entries
				.filter(({ call }) => call.fault === undefined)
				.map(({ call }) => call.ms)
				.sort((one, other) => one - other);
			return {
				calls: entries.length,
				faults: entries.length - answered.length,
				p95Ms: answered[Math.floor(answered.length * 0.95)] ?? 0,
			};
		},
		forget: (key: string) => void calls.delete(key),
	};
}

export type CallStats = ReturnType<typeof createCallStats>;
