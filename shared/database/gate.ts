/** What somebody wants a connection for. */
export type Use = "read" | "write";

/** Thrown where nothing became free in time. `code` is known to `faultsOf`. */
export class WaitedTooLong extends Error {
	readonly code = "HUB_WAITED";
	constructor(ms: number) {
		super(`nothing was free within ${ms} ms`);
	}
}

type Waiting = { use: Use; go(): void };

/**
 * Lets in at most `writes` transactions at a time, and with them at most `reads + writes` in all. Reads may take what
 * transactions leave, but for one, so that transactions always go on; and transactions leave `reads` to what they read
 * beside themselves, so that none waits for itself. The others wait in the order in which they came.
 */
export function gateOf({ reads, writes }: { reads: number; writes: number }) {
	const all = reads + writes;
	const most: Record<Use, number> = { read: all - 1, write: writes };
	const used: Record<Use, number> = { read: 0, write: 0 };
	const waiting: Waiting[] = [];

	const fits = (use: Use) => used[use] < most[use] && used.read + used.write < all;

	function letIn(): void {
		for (;;) {
			const next = waiting.find(({ use }) => fits(use));
			if (!next) return;
			waiting.splice(waiting.indexOf(next), 1);
			used[next.use]++;
			next.go();
		}
	}

	return {
		/** How many wait. */
		waiting: () => waiting.length,
		/** Resolves with what leaves again. Rejects with WaitedTooLong after `waitMs`. */
		async enter(use: Use, waitMs: number): Promise<() => void> {
			await new Promise<void>((go, reject) => {
				const one: Waiting = { use, go };
				if (Number.isFinite(waitMs)) {
					const late = setTimeout(() => {
						waiting.splice(waiting.indexOf(one), 1);
						reject(new WaitedTooLong(waitMs));
					}, waitMs);
					one.go = () => {
						clearTimeout(late);
						go();
					};
				}
				waiting.push(one);
				letIn();
			});
			let left = false;
			return () => {
				if (left) return;
				left = true;
				used[use]--;
				letIn();
			};
		},
	};
}
