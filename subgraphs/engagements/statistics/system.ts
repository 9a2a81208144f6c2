import type { Measure, Relation, TableSystem } from "../suppression/system.ts";
import type { Cells } from "./cells.ts";
import { AXES, AXIS_NAMES, SUBJECTS } from "./family.ts";
import { cellCount, cellNumber, type Grid, partsOf } from "./grid.ts";

/** Cells that somebody contributes to confidentially, in one of some variants of a grid's records. */
export function confidentialCells(grid: Grid, variants: readonly Cells[]): number[] {
	const found: number[] = [];
	for (let cell = 0; cell < cellCount(grid); cell++)
		if (variants.some(({ start }) => start[cell] !== start[cell + 1])) found.push(cell);
	return found;
}

/** Places below each place, by table: `[parent, children, whether a manufacturer is below one child only]`. */
function placeRelations({ places }: Grid): Array<[number, number[], boolean]> {
	const found = new Map<string, [number, number[], boolean]>();
	places.forEach(({ axis, parent }, place) => {
		if (axis === null) return;
		const relation = found.get(`${axis} ${parent}`);
		if (relation) relation[1].push(place);
		else found.set(`${axis} ${parent}`, [parent, [place], AXES[axis].ofManufacturer]);
	});
	return [...found.values()];
}

/** Every relation of the cells of a grid. */
function* relationsOf(grid: Grid): Generator<Relation> {
	const { places, inners, periods, year } = grid;
	const cell = (place: number, inner: number, period: number) =>
		cellNumber(grid, place, inner, period);
	for (const [parent, children, byContributor] of placeRelations(grid))
		for (let inner = 0; inner < inners.length; inner++)
			for (let period = 0; period < periods.length; period++)
				yield {
					parent: cell(parent, inner, period),
					children: children.map((place) => cell(place, inner, period)),
					byContributor,
				};
	for (let place = 0; place < places.length; place++)
		for (let period = 0; period < periods.length; period++)
			yield {
				parent: cell(place, 0, period),
				children: inners.slice(1).map((_, inner) => cell(place, inner + 1, period)),
			};
	if (year < 0) return;
	for (let place = 0; place < places.length; place++)
		for (let inner = 0; inner < inners.length; inner++)
			yield {
				parent: cell(place, inner, year),
				children: periods.slice(0, year).map((_, period) => cell(place, inner, period)),
			};
}

/** The measures of a subject; `money` says whether the sums of outcomes are of a currency. */
function measuresOf(grid: Grid, money: boolean): Measure[] {
	return SUBJECTS[grid.subject].measures.map(({ id, kind, parts }): Measure => {
		if (kind !== "sum") return { name: id, kind };
		return { name: id, kind, whole: parts === 1, money };
	});
}

/**
 * Some cells of a grid as a system for the engine, which gets confidential contributions only. `included`, ascending,
 * must have every cell that has any. `frozen` tells for a cell of the grid: 0 to be decided, 1 published, 2 suppressed
 * by an earlier release.
 */
export function systemOf(
	grid: Grid,
	cells: Cells,
	included: readonly number[],
	frozen: (cell: number) => 0 | 1 | 2,
	money: boolean,
): TableSystem {
	const numberOf = new Int32Array(cellCount(grid)).fill(-1);
	included.forEach((cell, number) => {
		numberOf[cell] = number;
	});
	const relations: Relation[] = [];
	for (const { parent, children, byContributor } of relationsOf(grid)) {
		if (numberOf[parent] === -1) continue;
		const kept = children.map((child) => numberOf[child] as number).filter((child) => child >= 0);
		if (kept.length > 0)
			relations.push({ parent: numberOf[parent] as number, children: kept, byContributor });
	}
	const parts = SUBJECTS[grid.subject].measures.slice(1).map((measure) => measure.parts);
	const places = included.map((cell) => grid.places[partsOf(grid, cell)[0]]);
	const { start, contributor, group } = cells;
	return {
		cells: included.length,
		relations,
		measures: measuresOf(grid, money),
		contributions: {
			// Cells that are left out have no entries, so that those of the others follow each other.
			start: Int32Array.from([
				...included.map((cell) => start[cell] as number),
				contributor.length,
			]),
			contributor,
			group,
			values: cells.values.map((column, index) => {
				const part = parts[index] as number;
				return part === 1 ? column : column.map((value) => value / part);
			}),
		},
		owner: Int32Array.from(places, (place) =>
			place?.axis === "center" ? (grid.centers.get(place.id) ?? -1) : -1,
		),
		table: Int32Array.from(places, (place) => (place?.axis ? AXIS_NAMES.indexOf(place.axis) : -1)),
		frozen: Uint8Array.from(included, frozen),
	};
}
