import { type Address, MOST_COMPARED, PICKED, type Stray } from "./address.ts";
import { depthsOf, type Grain, grainOf, periodsOf } from "./axes.ts";
import type { Measure, StoredTable, Value } from "./stored-table.ts";

/** What of a table is shown. Rows and columns are places of values in the table's first and last dimension. */
export type View = {
	/** Place of the measure. */
	measure: number;
	/** Place of the value of each dimension but the first and the last, which stay 0. */
	at: number[];
	/** Depths of values that the table distinguishes beside the whole, and the one that is shown. */
	levels: number[];
	level: number;
	/** Values of that level, with those that have no parts. */
	rows: number[];
	grains: Grain[];
	grain: Grain;
	/** Periods that are shown, in time. */
	columns: number[];
	/** Whether each row is drawn on a scale of its own, and not all on one. */
	isOwnScale: boolean;
	/** Up to two values that are shown side by side. */
	compared: number[];
	/** Whether empty cells are listed, too. */
	allCells: boolean;
	/** What the address says that this table does not have. */
	strays: Stray[];
};

/** The measure that is shown first: what was reported, or how many there are. */
function usualMeasure(measures: readonly Measure[]): number {
	return Math.max(
		0,
		measures.findIndex(({ id }) => id === "value"),
	);
}

/** How an address reads a table; what the table does not have is named. */
export function viewOf(table: StoredTable, address: Address): View {
	const strays: Stray[] = [];
	const { dimensions, measures } = table;
	const stray = (name: keyof Address, value = address[name] ?? "") => {
		strays.push({ name, value });
	};
	const named = measures.findIndex(({ id }) => id === address.measure);
	if (address.measure && named < 0) stray("measure");
	const measure = named < 0 ? usualMeasure(measures) : named;

	const at = dimensions.map(() => 0);
	const { only } = measures[measure] ?? {};
	for (const name of PICKED) {
		const which = dimensions.findIndex(({ id }) => id === name);
		const values = dimensions[which]?.values ?? [];
		const found = values.findIndex(({ id }) => id === address[name]);
		const allowed = only?.dimension === name ? only.values : undefined;
		const fits = found >= 0 && (!allowed || allowed.includes(values[found]?.id ?? ""));
		if (address[name] && !fits) stray(name);
		if (which < 0) continue;
		const usual = allowed ? values.findIndex(({ id }) => allowed.includes(id)) : 0;
		at[which] = fits ? found : Math.max(0, usual);
	}

	const own = dimensions[0]?.values ?? [];
	const depths = depthsOf(own);
	const levels = [...new Set(depths)].filter((depth) => depth > 0).sort();
	const deepest = levels.at(-1) ?? 0;
	const asked = Number(address.level);
	if (address.level && !levels.includes(asked)) stray("level");
	const level = levels.includes(asked) ? asked : deepest;
	const periods = dimensions.at(-1)?.values ?? [];
	const { grains, usual } = grainOf(periods);
	const grain = grains.find((one) => one === address.periods) ?? usual;
	if (address.periods && grain !== address.periods) stray("periods");
	const names = address.compare?.split(",") ?? [];
	for (const name of names) if (!hasValue(own, name)) stray("compare", name);
	return {
		measure,
		at,
		levels,
		level,
		rows: rowsAt(own, depths, level),
		grains,
		grain,
		columns: periodsOf(periods, grain),
		isOwnScale: address.scale === "own",
		compared: names
			.map((name) => own.findIndex(({ id }) => id === name))
			.filter((place) => place >= 0)
			.slice(0, MOST_COMPARED),
		allCells: address.cells === "all",
		strays,
	};
}

const hasValue = (values: readonly Value[], name: string) => values.some(({ id }) => id === name);

/** Values at a depth, and less deep ones without parts: together they are the whole. */
function rowsAt(values: readonly Value[], depths: readonly number[], level: number): number[] {
	const hasParts = new Set(values.map(({ parent }) => parent));
	return values.flatMap(({ id }, place) => {
		const depth = depths[place] ?? 0;
		return depth === level || (depth > 0 && depth < level && !hasParts.has(id)) ? [place] : [];
	});
}
