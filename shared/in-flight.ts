/**
 * What is under way, such as running statements: it comes and goes with every request, while the collection stays. A Set
 * or Map would keep in memory what left it: V8 links each table that it outgrows to the next one, so that once the first
 * is in the old generation, everything that was ever in them gets there too.
 */
export type InFlight<T> = {
	/** Adds one; the returned function takes it away, and is called once. */
	add(one: T): () => void;
	/** In no order. */
	all(): T[];
	size(): number;
};

export function inFlight<T>(): InFlight<T> {
	const entries: Array<{ one: T; at: number }> = [];
	return {
		add(one) {
			const entry = { one, at: entries.length };
			entries.push(entry);
			return () => {
				const last = entries.pop() as typeof entry;
				if (last === entry) return;
				entries[entry.at] = last;
				last.at = entry.at;
			};
		},
		all: () => entries.map(({ one }) => one),
		size: () => entries.length,
	};
}

/** Adds `promise` until it is settled, and returns it. */
export function whileRunning<T>(
	running: InFlight<Promise<unknown>>,
	promise: Promise<T>,
): Promise<T> {
	return promise.finally(running.add(promise));
}
