/** Numbers by key; a key without one has 0. */
export type GroupTable = {
	find(key: number): number;
	set(key: number, value: number): void;
};

/** Keys for which a plain array is used: 4 bytes each. */
const DENSE = 2 ** 20;
const FIRST_SIZE = 1024;

function denseTable(keys: number): GroupTable {
	const dense = new Int32Array(keys);
	return {
		find: (key) => dense[key] as number,
		set(key, value) {
			dense[key] = value;
		},
	};
}

const LOW = 65_536;

/** An open hash table; keys are integers up to 2^53. */
function sparseTable(): GroupTable {
	let mask = FIRST_SIZE - 1;
	let keys = new Float64Array(FIRST_SIZE);
	let numbers = new Int32Array(FIRST_SIZE);
	let used = 0;

	function placeOf(key: number): number {
		const high = Math.floor(key / LOW);
		const hash = Math.imul(key - high * LOW, 0x9e3779b1) ^ Math.imul(high | 0, 0x85ebca6b);
		let place = (hash ^ (hash >>> 15)) & mask;
		while (numbers[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
		return place;
	}

	function grow(): void {
		const [oldKeys, oldNumbers] = [keys, numbers];
		mask = oldKeys.length * 2 - 1;
		keys = new Float64Array(mask + 1);
		numbers = new Int32Array(mask + 1);
		for (let old = 0; old < oldKeys.length; old++) {
			if (oldNumbers[old] === 0) continue;
			const place = placeOf(oldKeys[old] as number);
			keys[place] = oldKeys[old] as number;
			numbers[place] = oldNumbers[old] as number;
		}
	}

	return {
		find: (key) => numbers[placeOf(key)] as number,
		set(key, value) {
			const place = placeOf(key);
			if (numbers[place] === 0) used++;
			keys[place] = key;
			numbers[place] = value;
			if (used * 2 > mask) grow();
		},
	};
}

/** A table for keys below `keys`. */
export const groupTable = (keys: number): GroupTable =>
	keys <= DENSE ? denseTable(keys) : sparseTable();
