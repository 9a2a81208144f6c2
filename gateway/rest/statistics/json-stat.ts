import { periodText, type Release } from "./release.ts";
import {
	cellsOf,
	STATUSES,
	type StoredTable,
	sizesOf,
	type TableDimension,
} from "./stored-table.ts";

const METRIC = "measure";
/** Roles of dimensions in JSON-stat. */
const TIME = ["period"];
const PLACES = ["center", "state"];

/** Values by the value whose part they are. */
function childrenOf({ values }: TableDimension): Record<string, string[]> | undefined {
	const children: Record<string, string[]> = {};
	for (const { id, parent } of values) {
		if (parent === null) continue;
		const siblings = children[parent] ?? [];
		siblings.push(id);
		children[parent] = siblings;
	}
	return Object.keys(children).length > 0 ? children : undefined;
}

function categoryOf(dimension: TableDimension) {
	const { values } = dimension;
	const units = values.flatMap(({ id, unit }) => (unit ? [[id, { label: unit }] as const] : []));
	return {
		index: values.map(({ id }) => id),
		label: Object.fromEntries(values.map(({ id, label }) => [id, label])),
		...(units.length > 0 && { unit: Object.fromEntries(units) }),
		child: childrenOf(dimension),
	};
}

function rolesOf(table: StoredTable) {
	const among = (ids: string[]) =>
		table.dimensions.map(({ id }) => id).filter((id) => ids.includes(id));
	const [time, geo] = [among(TIME), among(PLACES)];
	return {
		...(time.length > 0 && { time }),
		...(geo.length > 0 && { geo }),
		metric: [METRIC],
	};
}

/** Values of all cells, measure by measure, and the status of those that are suppressed or empty. */
function figuresOf(table: StoredTable) {
	const value: Array<number | null> = [];
	const status: Record<string, string> = {};
	for (const cell of cellsOf(table))
		for (const [measure, figure] of cell.values.entries()) {
			if (cell.status !== "PUBLISHED" && cell.applies[measure]) status[value.length] = cell.status;
			value.push(figure);
		}
	return { value, status };
}

/**
 * A table as a dataset of JSON-stat 2.0. The measures are a dimension of their own, the last. `status` has SUPPRESSED and
 * EMPTY cells; a cell without value and status is one that the measure does not apply to.
 */
export function tableJsonStat(release: Release, table: StoredTable): string {
	const { dimensions, measures } = table;
	const measure = {
		label: "Measure",
		category: {
			index: measures.map(({ id }) => id),
			label: Object.fromEntries(measures.map(({ id, label }) => [id, label])),
			unit: Object.fromEntries(measures.map(({ id, unit }) => [id, { label: unit }])),
		},
	};
	const described = dimensions.map(
		(dimension) =>
			[dimension.id, { label: dimension.label, category: categoryOf(dimension) }] as const,
	);
	return JSON.stringify({
		version: "2.0",
		class: "dataset",
		label: table.title,
		source: `Throughline, statistics, release ${release.number}`,
		updated: release.publishedAt,
		id: [...dimensions.map(({ id }) => id), METRIC],
		size: [...sizesOf(table), measures.length],
		role: rolesOf(table),
		dimension: Object.fromEntries([...described, [METRIC, measure]]),
		note: [`Covers ${periodText(release)}.`, ...table.notes],
		extension: {
			table: table.id,
			release: release.number,
			synthetic: release.synthetic,
			digest: release.digest,
			status: { label: STATUSES },
		},
		...figuresOf(table),
	});
}
