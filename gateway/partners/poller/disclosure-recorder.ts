import type { Disclosure, Registry } from "../../../shared/registry.ts";

/**
 * Records disclosures before data is sent to partners. Callers that wait during a write share the next one, so that the
 * wait is at most two writes. Rejects if the write fails: then nothing may be sent.
 */
export function disclosureRecorder(registry: Pick<Registry, "recordDisclosures">): {
	record(made: Disclosure[]): Promise<void>;
	waiting(): number;
} {
	let waiting: Disclosure[] = [];
	let writing: Promise<void> = Promise.resolve();
	let next: Promise<void> | undefined;
	return {
		record(made) {
			waiting.push(...made);
			if (!next) {
				const before = writing.catch(() => undefined);
				next = before.then(() => {
					const batch = waiting;
					waiting = [];
					next = undefined;
					return registry.recordDisclosures(batch);
				});
				writing = next;
			}
			return next;
		},
		/** How many have not been recorded yet. */
		waiting: () => waiting.length,
	};
}
