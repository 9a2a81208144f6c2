/** A caller has reached its limit of waiting work. */
export class QueueFull extends Error {}

type Turn = () => void;

/**
 * Runs at maxRunning `maxRunning` pieces of work at the same time. Waiting work takes turns by caller, so that a caller with
 * many does not delay a caller with one.
 */
export function fairQueue(maxRunning: number, maxWaiting: number) {
	/** Waiting callers, the next one first. */
	const waiting = new Map<string, Turn[]>();
	let running = 0;

	function next(): void {
		const [first] = waiting;
		if (!first || running >= maxRunning) return;
		const [caller, turns] = first;
		const turn = turns.shift();
		// Move the caller to the end of the queue.
		waiting.delete(caller);
		if (turns.length > 0) waiting.set(caller, turns);
		running++;
		turn?.();
	}

	function waitForTurn(caller: string, signal: AbortSignal): Promise<void> {
		const turns = waiting.get(caller) ?? [];
		if (turns.length >= maxWaiting) throw new QueueFull();
		return new Promise((done, failed) => {
			const turn = () => {
				signal.removeEventListener("abort", cancel);
				done();
			};
			const cancel = () => {
				turns.splice(turns.indexOf(turn), 1);
				if (turns.length === 0) waiting.delete(caller);
				failed(signal.reason);
			};
			signal.addEventListener("abort", cancel, { once: true });
			turns.push(turn);
			waiting.set(caller, turns);
		});
	}

	return {
		/**
		 * Waits for a turn, which ends when the returned function is called. Rejects with QueueFull, or with the reason of
		 * the signal if it is aborted first.
		 */
		async enter(caller: string, signal: AbortSignal): Promise<() => void> {
			signal.throwIfAborted();
			if (running < maxRunning && waiting.size === 0) running++;
			else await waitForTurn(caller, signal);
			let released = false;
			return () => {
				if (released) return;
				released = true;
				running--;
				next();
			};
		},
		/** How much runs, and how much waits. */
		counts: () => ({
			running,
			waiting: [...waiting.values()].reduce((sum, turns) => sum + turns.length, 0),
		}),
	};
}

export type FairQueue = ReturnType<typeof fairQueue>;
