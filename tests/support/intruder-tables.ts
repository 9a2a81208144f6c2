import type { StoredTable } from "../../subgraphs/engagements/statistics/table.ts";
import { type Counted, cellKey, OF_MANUFACTURER, type Trees } from "./intruder-records.ts";

/** A cell that is not empty; `values` are null where it is suppressed or a measure does not apply. */
type Cell = { suppressed: boolean; values: Array<number | null> };
export type Relation = { parent: string; children: string[]; byManufacturer: boolean };
type Measure = { id: string; only: string[] | null };

/** Figures that hang together: a fiscal year of engagements, or of a metric; anew where published figures changed. */
export type Block = {
	name: string;
	version: number;
	measures: Measure[];
	trees: Trees;
	cells: Map<string, Cell>;
	relations: Relation[];
	periods: Set<string>;
	/** What the figures were made from, public and confidential. */
	open: Counted[];
	secret: Counted[];
};

/** A release as somebody has it, with the records of that day. */
export type Reading = { tables: StoredTable[]; open: Counted[]; secret: Counted[] };

const yearOf = (period: string) => period.slice(0, 4);

/** The cells of a table, by block. */
function* cellsOf(table: StoredTable) {
	const ids = table.dimensions.map(({ values }) => values.map(({ id }) => id));
	for (const [index, at] of table.cells.at.entries()) {
		let rest = at;
		const coordinates: string[] = [];
		for (const values of ids.toReversed()) {
			coordinates.unshift(values[rest % values.length] as string);
			rest = Math.floor(rest / values.length);
		}
		const [place, period, inner] = [coordinates[0], coordinates.at(-1), coordinates.at(-2)];
		const metric = coordinates.length === 4 ? `${coordinates[1]}` : "";
		yield {
			block: `${table.id.split("-")[0]} ${metric} ${yearOf(period as string)}`,
			key: cellKey(
				table.dimensions[0]?.id as string,
				place as string,
				inner as string,
				period as string,
			),
			period: period as string,
			cell: {
				suppressed: table.cells.suppressed[index] === 1,
				values: table.cells.values.map((column) => column[index] as number | null),
			},
		};
	}
}

const childrenOf = (values: StoredTable["dimensions"][number]["values"]) => {
	const found = new Map<string, string[]>();
	for (const { id, parent } of values)
		if (parent !== null) found.set(parent, [...(found.get(parent) ?? []), id]);
	return found;
};

/** How cells of a table add up, by what its dimensions say. */
function* relationsOf(table: StoredTable): Generator<Relation> {
	const [own, inner, period] = [
		table.dimensions[0],
		table.dimensions.at(-2),
		table.dimensions.at(-1),
	];
	if (!own || !inner || !period) throw new Error(`${table.id} has too few dimensions`);
	const axis = own.id;
	const all = (values: Array<{ id: string }>) => values.map(({ id }) => id);
	for (const [parent, children] of childrenOf(own.values))
		for (const i of all(inner.values))
			for (const p of all(period.values))
				yield {
					parent: cellKey(axis, parent, i, p),
					children: children.map((child) => cellKey(axis, child, i, p)),
					byManufacturer: OF_MANUFACTURER.has(axis),
				};
	for (const place of all(own.values))
		for (const p of all(period.values))
			for (const [parent, children] of childrenOf(inner.values))
				yield {
					parent: cellKey(axis, place, parent, p),
					children: children.map((child) => cellKey(axis, place, child, p)),
					byManufacturer: false,
				};
	for (const place of all(own.values))
		for (const i of all(inner.values))
			for (const [parent, children] of childrenOf(period.values))
				yield {
					parent: cellKey(axis, place, i, parent),
					children: children.map((child) => cellKey(axis, place, i, child)),
					byManufacturer: false,
				};
}

/** The blocks of one release, without records. Throws where tables that share a cell differ in it. */
function blocksOf(tables: readonly StoredTable[]): Map<string, Block> {
	const trees: Trees = new Map();
	for (const { dimensions } of tables) {
		const own = dimensions[0];
		const tree = trees.get(own?.id ?? "") ?? new Map();
		for (const { id, parent } of own?.values ?? []) tree.set(id, parent);
		trees.set(own?.id ?? "", tree);
	}
	const found = new Map<string, Block>();
	for (const table of tables) {
		const touched = new Set<Block>();
		for (const { block: name, key, period, cell } of cellsOf(table)) {
			const measures = table.measures.map(({ id, only }) => ({ id, only: only?.values ?? null }));
			const block = found.get(name) ?? {
				name,
				version: 0,
				measures,
				trees,
				cells: new Map(),
				relations: [],
				periods: new Set<string>(),
				open: [],
				secret: [],
			};
			found.set(name, block);
			touched.add(block);
			const known = block.cells.get(key);
			if (known && JSON.stringify(known) !== JSON.stringify(cell))
				throw new Error(`${table.id}: ${name} ${key} differs between tables`);
			block.cells.set(key, cell);
			block.periods.add(period);
		}
		const relations = [...relationsOf(table)];
		for (const block of touched) {
			const known = new Set(block.relations.map((one) => JSON.stringify(one)));
			for (const { parent, children, byManufacturer } of relations) {
				if (!block.cells.has(parent)) continue;
				const some = children.filter((child) => block.cells.has(child));
				const relation = { parent, children: some, byManufacturer };
				if (!known.has(JSON.stringify(relation))) block.relations.push(relation);
			}
		}
	}
	return found;
}

export const periodOfKey = (key: string) => key.slice(key.lastIndexOf("|") + 1);

/** Whether all that a block said before is what it says now. */
function goesOn(before: Block, now: Block): boolean {
	for (const [key, cell] of before.cells)
		if (JSON.stringify(cell) !== JSON.stringify(now.cells.get(key))) return false;
	for (const key of now.cells.keys())
		if (before.periods.has(periodOfKey(key)) && !before.cells.has(key)) return false;
	return true;
}

/** Adds the records of periods that a block did not have before; a manufacturer stays what it was published as. */
function addRecords(
	block: Block,
	{ open, secret }: Pick<Reading, "open" | "secret">,
	periods: ReadonlySet<string>,
): void {
	const known = [...block.open, ...block.secret];
	const was = new Map(known.map(({ sme, state, sector, size }) => [sme, { state, sector, size }]));
	const fresh = (records: readonly Counted[]) =>
		records
			.filter(
				({ subject, metric, period }) =>
					`${subject} ${metric ?? ""} ${yearOf(period)}` === block.name && periods.has(period),
			)
			.map((record) => ({ ...record, ...was.get(record.sme) }));
	block.open = [...block.open, ...fresh(open)];
	block.secret = [...block.secret, ...fresh(secret)];
}

/** All releases as blocks, each version of one by itself: figures that are the same as before are one unknown. */
export function readReleases(readings: readonly Reading[]): Block[] {
	const latest = new Map<string, Block>();
	const all: Block[] = [];
	for (const { tables, ...records } of readings)
		for (const [name, now] of blocksOf(tables)) {
			const before = latest.get(name);
			if (before && goesOn(before, now)) {
				const fresh = [...now.periods].filter((period) => !before.periods.has(period));
				addRecords(before, records, new Set(fresh));
				const { cells, relations, trees, periods } = now;
				Object.assign(before, { cells, relations, trees, periods });
				continue;
			}
			now.version = before ? before.version + 1 : 0;
			addRecords(now, records, now.periods);
			all.push(now);
			latest.set(name, now);
		}
	return all;
}
