import type { Relation, TableSystem } from "./system.ts";

/** Cells that hold the same records are one class; cells without contributors are in none. */
export type Classes = {
	count: number;
	/** Class of each cell; -1 for a cell without contributors. */
	of: Int32Array;
	/** A cell of each class, one to which most measures apply. */
	cell: Int32Array;
	/** 0, 1 or 2 as in a system's `frozen`. */
	frozen: Uint8Array;
	owner: Int32Array;
	/** Table of the class; -1 if tables share it. */
	table: Int32Array;
	/** Relations between classes, with two children or more, each once. */
	relations: Relation[];
};

const holds = ({ contributions: { start } }: TableSystem, cell: number) =>
	(start[cell + 1] as number) > (start[cell] as number);

/** The first cell of each cell's class: a parent with one child that has contributors holds the same records as that child. */
function firstOfClass(system: TableSystem): Int32Array {
	const first = Int32Array.from({ length: system.cells }, (_, cell) => cell);
	const find = (cell: number): number => {
		let at = cell;
		while (first[at] !== at) at = first[at] as number;
		first[cell] = at;
		return at;
	};
	for (const { parent, children } of system.relations) {
		const full = children.filter((child) => holds(system, child));
		if (full.length !== 1) continue;
		const [one, other] = [find(full[0] as number), find(parent)];
		first[Math.max(one, other)] = Math.min(one, other);
	}
	for (let cell = 0; cell < system.cells; cell++) find(cell);
	return first;
}

/** The sum of all that is counted in a cell. */
function totalOf({ contributions: { start, values } }: TableSystem, cell: number): number {
	let total = 0;
	for (const column of values)
		for (let at = start[cell] as number; at < (start[cell + 1] as number); at++)
			total += column[at] as number;
	return total;
}

function relationsOf(system: TableSystem, of: Int32Array): Relation[] {
	const found = new Map<string, Relation>();
	for (const relation of system.relations) {
		const parent = of[relation.parent] as number;
		const children = relation.children
			.map((child) => of[child] as number)
			.filter((child) => child >= 0)
			.sort((a, b) => a - b);
		if (children.length < 2) continue;
		const key = `${parent}=${children.join("+")}`;
		const byContributor = relation.byContributor || found.get(key)?.byContributor;
		found.set(key, { parent, children, byContributor });
	}
	return [...found.values()];
}

/** Joins the cells of a system that hold the same records. What was published earlier of one of them is published of all. */
export function classesOf(system: TableSystem): Classes {
	const first = firstOfClass(system);
	const of = new Int32Array(system.cells).fill(-1);
	const cells: number[] = [];
	for (let cell = 0; cell < system.cells; cell++) {
		if (!holds(system, cell)) continue;
		if (first[cell] === cell) of[cell] = cells.push(cell) - 1;
		else of[cell] = of[first[cell] as number] as number;
	}
	const count = cells.length;
	const frozen = new Uint8Array(count);
	const owner = new Int32Array(count).fill(-1);
	const table = Int32Array.from(cells, (cell) => system.table?.[cell] ?? 0);
	for (let cell = 0; cell < system.cells; cell++) {
		const one = of[cell] as number;
		if (one < 0) continue;
		// Hours of one kind of service do not apply to all kinds, even where there is no other kind.
		if (totalOf(system, cell) > totalOf(system, cells[one] as number)) cells[one] = cell;
		const earlier = system.frozen?.[cell] ?? 0;
		if (earlier > 0 && frozen[one] !== 1) frozen[one] = earlier;
		if (system.owner && (system.owner[cell] as number) >= 0)
			owner[one] = system.owner[cell] as number;
		if (system.table && system.table[cell] !== table[one]) table[one] = -1;
	}
	return {
		count,
		of,
		cell: Int32Array.from(cells),
		frozen,
		owner,
		table,
		relations: relationsOf(system, of),
	};
}
