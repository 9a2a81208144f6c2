/** One caller has as much waiting as is allowed. */
export class QueueFull extends Error {}

type Turn = () => void;

/**
 * Lets `most` pieces of work run at once. Those that wait take turns by caller: whoever has many waiting does not hold
 * up others who have one.
 */
export function fairQueue(most: number, mostWaiting: number) {
	/** Callers who wait, the next one first. */
	const waiting = new Map<string, Turn[]>();
	let running = 0;

	function next(): void {
		const [first] = waiting;
		if (!first || running >= most) return;
		const [caller, turns] = first;
		const turn = turns.shift();
		// To the end of the row, behind everybody else who waits.
		waiting.delete(caller);
		if (turns.length > 0) waiting.set(caller, turns);
		running++;
		turn?.();
	}

	function turnOf(caller: string, signal: AbortSignal): Promise<void> {
		const turns = waiting.get(caller) ?? [];
		if (turns.length >= mostWaiting) throw new QueueFull();
		return new Promise((done, failed) => {
			const turn = () => {
				signal.removeEventListener("abort", giveUp);
				done();
			};
			const giveUp = () => {
				turns.splice(turns.indexOf(turn), 1);
				if (turns.length === 0) waiting.delete(caller);
				failed(signal.reason);
			};
			signal.addEventListener("abort", giveUp, { once: true });
			turns.push(turn);
			waiting.set(caller, turns);
		});
	}

	return {
		/**
		 * Waits for a turn, which lasts until the function that it resolves to is called. Rejects with QueueFull, or
		 * with the signal's reason when that is aborted first.
		 */
		async enter(caller: string, signal: AbortSignal): Promise<() => void> {
			signal.throwIfAborted();
			if (running < most && waiting.size === 0) running++;
			else await turnOf(caller, signal);
			let left = false;
			return () => {
				if (left) return;
				left = true;
				running--;
				next();
			};
		},
	};
}

export type FairQueue = ReturnType<typeof fairQueue>;
