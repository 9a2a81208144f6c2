import type { CanaryCall } from "../canary/verdict.ts";

/** Most calls kept for each caller of a version, so that no caller displaces others' calls. */
const MOST_OF_CALLER = 100;
/** Most callers kept for each version; the oldest is evicted. */
const MOST_CALLERS = 300;

type Entry = CanaryCall & { at: number };

/** Recent requests to each version of a partner's subgraph. Keys are "name@version". */
export function createCallStats() {
	const versions = new Map<string, Map<string, Entry[]>>();
	const entriesOf = (key: string) => [...(versions.get(key)?.values() ?? [])].flat();
	return {
		add(key: string, call: CanaryCall): void {
			let callers = versions.get(key);
			if (!callers) {
				callers = new Map();
				versions.set(key, callers);
			}
			const caller = `${call.identified} ${call.caller}`;
			let entries = callers.get(caller);
			if (!entries) {
				const [oldest] = callers.keys();
				if (callers.size >= MOST_CALLERS && oldest !== undefined) callers.delete(oldest);
				entries = [];
				callers.set(caller, entries);
			}
			entries.push({ ...call, at: Date.now() });
			if (entries.length > 2 * MOST_OF_CALLER) entries.splice(0, MOST_OF_CALLER);
		},
		/** End time of the oldest kept call, in milliseconds. */
		begun: (key: string): number => Math.min(Date.now(), ...entriesOf(key).map(({ at }) => at)),
		/** The calls that ended at or after `since`. */
		calls: (key: string, since = 0): CanaryCall[] => entriesOf(key).filter(({ at }) => at >= since),
		forget: (key: string) => void versions.delete(key),
	};
}

export type CallStats = ReturnType<typeof createCallStats>;
