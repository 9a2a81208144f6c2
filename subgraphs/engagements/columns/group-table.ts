/** Numbers by key; a key without one has 0. */
export type GroupTable = {
	/** The numbers, where they stand in an array. */
	dense?: Int32Array;
	find(key: number): number;
	set(key: number, value: number): void;
	/** Forgets all keys. */
	clear(): void;
};

/** Keys for which a plain array is used: 4 bytes each. */
const DENSE = 2 ** 20;
const FIRST_SIZE = 1024;

function denseTable(keys: number): GroupTable {
	const dense = new Int32Array(keys);
	const used: number[] = [];
	return {
		dense,
		find: (key) => dense[key] as number,
		set(key, value) {
			dense[key] = value;
			used.push(key);
		},
		clear() {
			for (const key of used) dense[key] = 0;
			used.length = 0;
		},
	};
}

const LOW = 65_536;

/** An open hash table; keys are integers up to 2^53. */
function sparseTable(expected: number): GroupTable {
	let mask = 2 ** Math.ceil(Math.log2(FIRST_SIZE + 2 * expected)) - 1;
	let keys = new Float64Array(mask + 1);
	let numbers = new Int32Array(mask + 1);
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
		find: (key) => numbers[placeOf(key)] as number,
		set(key, value) {
			const place = placeOf(key);
			if (numbers[place] === 0) used.push(place);
			keys[place] = key;
			numbers[place] = value;
			if (used.length * 2 > mask) grow();
		},
		clear() {
			for (const place of used) numbers[place] = 0;
			used.length = 0;
		},
	};
}

/** A table for keys below `keys`, of which about so many are expected. */
export const groupTable = (keys: number, expected = 0): GroupTable =>
	keys <= DENSE ? denseTable(keys) : sparseTable(expected);
