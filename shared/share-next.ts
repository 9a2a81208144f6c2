/**
 * Runs a read for many callers at a time: who asks while it runs shares the next run with all others who do, which begins
 * after each of them has asked and so sees what was written before.
 */
export function shareNext<T>(read: () => Promise<T>): () => Promise<T> {
	let running: Promise<void> | undefined;
	let next: Promise<T> | undefined;

	function start(): Promise<T> {
		const result = read();
		const ended = result.then(
			() => undefined,
			() => undefined,
		);
		running = ended;
		void ended.then(() => {
			if (running === ended) running = undefined;
		});
		return result;
	}

	return () => {
		if (!running) return start();
		next ??= running.then(() => {
			next = undefined;
			return start();
		});
		return next;
	};
}
