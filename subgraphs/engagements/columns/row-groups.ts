import type { Grouping } from "./dimensions.ts";
import { groupTable } from "./group-table.ts";
import { addGroup, type Sums } from "./sums.ts";

/** Finds the groups of the rows of one manufacturer after another. */
export type RowGroups = {
	/** The groups of parts, plus one, where all manufacturers share them; `begin` returns those of one. */
	shared: Int32Array;
	begin(sme: number): Int32Array;
	/** Numbers below this are not known yet. */
	known: number;
	/** The group of a part that is not known yet. */
	find(part: number): number;
};

/** Numbers of groups that are kept in plain arrays, 4 bytes each. */
const MOST_NUMBERS = 2 ** 22;

const NONE: Int32Array = new Int32Array(0);

/** Groups that all manufacturers share, one for each part. */
function sharedGroups({ partKeys }: Grouping, sums: Sums): RowGroups {
	// Without dimensions, the only one is there already.
	const groups = new Int32Array(partKeys.length).fill(sums.size);
	return {
		begin: () => groups,
		shared: groups,
		known: 1,
		find(part) {
			const group = addGroup(sums, partKeys[part] as number);
			groups[part] = group + 1;
			return group;
		},
	};
}

/** Groups that one manufacturer has for itself. */
function ownGroups({ partKeys, smeKeyOf }: Grouping, sums: Sums): RowGroups {
	const groups = new Int32Array(partKeys.length);
	let smeKey = 0;
	const found: RowGroups = {
		shared: NONE,
		begin(sme) {
			smeKey = smeKeyOf?.(sme) ?? 0;
			// The groups of those before have smaller numbers.
			found.known = sums.size + 1;
			return groups;
		},
		known: 1,
		find(part) {
			const group = addGroup(sums, (partKeys[part] as number) + smeKey);
			groups[part] = group + 1;
			return group;
		},
	};
	return found;
}

/** Groups that manufacturers with the same key share, an array for each key. */
function groupsByKey({ partKeys, smeKeyOf }: Grouping, sums: Sums): RowGroups {
	const arrays = new Map<number, Int32Array>();
	let smeKey = 0;
	let groups = NONE;
	return {
		shared: NONE,
		begin(sme) {
			smeKey = smeKeyOf?.(sme) ?? 0;
			const known = arrays.get(smeKey);
			groups = known ?? new Int32Array(partKeys.length);
			if (!known) arrays.set(smeKey, groups);
			return groups;
		},
		known: 1,
		find(part) {
			const group = addGroup(sums, (partKeys[part] as number) + smeKey);
			groups[part] = group + 1;
			return group;
		},
	};
}

/** The same where the arrays would be too many. */
function sparseGroups({ partKeys, smeKeyOf }: Grouping, sums: Sums): RowGroups {
	const table = groupTable(Number.POSITIVE_INFINITY);
	const groups = new Int32Array(partKeys.length);
	const used: number[] = [];
	let smeKey = 0;
	return {
		shared: NONE,
		begin(sme) {
			smeKey = smeKeyOf?.(sme) ?? 0;
			for (const part of used) groups[part] = 0;
			used.length = 0;
			return groups;
		},
		known: 1,
		find(part) {
			const key = (partKeys[part] as number) + smeKey;
			let group = table.find(key) - 1;
			if (group < 0) {
				group = addGroup(sums, key);
				table.set(key, group + 1);
			}
			groups[part] = group + 1;
			used.push(part);
			return group;
		},
	};
}

export function rowGroups(grouping: Grouping, sums: Sums): RowGroups {
	const { smeKeys, partKeys } = grouping;
	if (smeKeys === 1) return sharedGroups(grouping, sums);
	if (smeKeys === Number.POSITIVE_INFINITY) return ownGroups(grouping, sums);
	const isFew = smeKeys * partKeys.length <= MOST_NUMBERS;
	return isFew ? groupsByKey(grouping, sums) : sparseGroups(grouping, sums);
}
