/** Numbers keys in the order in which they are first looked up. */
export type GroupTable = {
	/** The number of a key; `fresh` if it has none yet, which it gets with this. */
	of(key: number, fresh: number): number;
	/** Forgets all keys. */
	clear(): void;
};

/** Keys for which a plain array is used: 4 bytes each. */
const DENSE = 2 ** 20;
const FIRST_SIZE = 1024;

function denseTable(keys: number): GroupTable {
	const numbers = new Int32Array(keys);
	const used: number[] = [];
	return {
		of(key, fresh) {
			const found = numbers[key] as number;
			if (found !== 0) return found - 1;
			numbers[key] = fresh + 1;
			used.push(key);
			return fresh;
		},
		clear() {
			for (const key of used) numbers[key] = 0;
			used.length = 0;
		},
	};
}

const LOW = 65_536;

/** An open hash table; keys are integers up to 2^53. */
function sparseTable(): GroupTable {
	let mask = FIRST_SIZE - 1;
	let keys = new Float64Array(FIRST_SIZE);
	let numbers = new Int32Array(FIRST_SIZE);
	let used: number[] = [];

	function placeOf(key: number): number {
		const high = Math.floor(key / LOW);
		const hash = Math.imul(key - high * LOW, 0x9e3779b1) ^ Math.imul(high | 0, 0x85ebca6b);
		let place = (hash ^ (hash >>> 15)) & mask;
		while (numbers[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
		return place;
	}

	function grow(): void {
		const [oldKeys, oldNumbers, oldUsed] = [keys, numbers, used];
		mask = oldKeys.length * 2 - 1;
		keys = new Float64Array(mask + 1);
		numbers = new Int32Array(mask + 1);
		used = oldUsed.map((old) => {
			const place = placeOf(oldKeys[old] as number);
			keys[place] = oldKeys[old] as number;
			numbers[place] = oldNumbers[old] as number;
			return place;
		});
	}

	return {
		of(key, fresh) {
			const place = placeOf(key);
			const found = numbers[place] as number;
			if (found !== 0) return found - 1;
			keys[place] = key;
			numbers[place] = fresh + 1;
			used.push(place);
			if (used.length * 2 > mask) grow();
			return fresh;
		},
		clear() {
			for (const place of used) numbers[place] = 0;
			used.length = 0;
		},
	};
}

/** A table for keys below `keys`. */
export const groupTable = (keys: number): GroupTable =>
	keys <= DENSE ? denseTable(keys) : sparseTable();
