/** The most keys of one read. */
const MOST = 200;

type Asked<V> = {
	promise: Promise<V | undefined>;
	resolve(value: V | undefined): void;
	reject(error: unknown): void;
};

function asked<V>(): Asked<V> {
	const made = {} as Asked<V>;
	made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
	return made;
}

/**
 * Reads values by their keys for many callers at a time: those who ask while a read runs share the next one, which begins
 * after each of them has asked and so sees what was written before.
 */
export function shareKeys<V>(
	read: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
	let running = false;
	const waiting = new Map<string, Asked<V>>();

	async function readNext(): Promise<void> {
		const next = [...waiting].slice(0, MOST);
		for (const [key] of next) waiting.delete(key);
		try {
			const found = await read(next.map(([key]) => key));
			for (const [key, { resolve }] of next) resolve(found.get(key));
		} catch (error) {
			for (const [, { reject }] of next) reject(error);
		}
	}

	async function run(): Promise<void> {
		running = true;
		while (waiting.size > 0) await readNext();
		running = false;
	}

	return (key) => {
		let found = waiting.get(key);
		if (!found) {
			found = asked();
			waiting.set(key, found);
			if (!running) void run();
		}
		return found.promise;
	};
}
