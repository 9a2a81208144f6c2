import type { Collected, Entry } from "./entries.ts";
import { ALL, AXES, type AxisName, type FamilyTable, METRICS, SIZES, SUBJECTS } from "./family.ts";
import { industryLabel, stateName } from "./names.ts";
import { NOT_KNOWN, periodLabel, yearOf } from "./periods.ts";
import type { TableDimension, TableValue } from "./table.ts";

type Named = { id: string; name: string };

/** Centers with their states, and names of institutes, as the subgraphs that own them say. */
export type Labels = { centers: Array<Named & { state: string }>; institutes: Named[] };

function labelOf(axis: AxisName, id: string, { centers, institutes }: Labels): string {
	if (id === ALL) return AXES[axis].all;
	if (id === AXES[axis].missing.id) return AXES[axis].missing.label;
	if (axis === "state") return stateName(id);
	if (axis === "sector") return industryLabel(id);
	if (axis === "size") return SIZES.find((size) => size.id === id)?.label ?? id;
	if (axis === "institute") return institutes.find((one) => one.id === id)?.name ?? id;
	return centers.find((one) => one.id === id)?.name ?? stateName(id);
}

/** Values in the order of a tree: each after its parent, those of one parent by id, what is not known last. */
function inTreeOrder(axis: AxisName, parents: ReadonlyMap<string, string>): string[] {
	const children = new Map<string, string[]>();
	for (const [id, parent] of parents) children.set(parent, [...(children.get(parent) ?? []), id]);
	const { missing } = AXES[axis];
	const last = (id: string) => (id === missing.id ? 1 : 0);
	const order = axis === "size" ? SIZES.map(({ id }) => id) : [];
	const below = (parent: string): string[] =>
		(children.get(parent) ?? [])
			.sort(
				(one, other) =>
					last(one) - last(other) ||
					order.indexOf(one) - order.indexOf(other) ||
					(one < other ? -1 : 1),
			)
			.flatMap((id) => [id, ...below(id)]);
	return [ALL, ...below(ALL)];
}

/** The values of a table's own dimension: those that occur, every center, and every state that has one. */
function ownValues(axis: AxisName, occurring: ReadonlyMap<string, string>, labels: Labels) {
	const parents = new Map<string, string>([[AXES[axis].missing.id, ALL]]);
	if (axis === "size") for (const { id } of SIZES) parents.set(id, ALL);
	for (const { id, state } of labels.centers) {
		if (axis === "center") parents.set(id, state);
		if (axis === "center" || axis === "state") parents.set(state, ALL);
	}
	for (const [id, parent] of occurring) parents.set(id, parent);
	return inTreeOrder(axis, parents).map((id): TableValue => {
		const parent = parents.get(id) ?? null;
		return { id, label: labelOf(axis, id, labels), parent };
	});
}

const occurring = (entries: readonly Entry[], index: number): Set<string> =>
	new Set(entries.map(({ coordinates }) => coordinates[index] as string));

/** Money is in US dollars unless a report says otherwise. */
const CURRENCY = "USD";

/** Metrics that every table of outcomes has. */
export const USUAL_METRICS = Object.entries(METRICS).map(([metric, { unit }]) =>
	unit === "money" ? `${metric}-${CURRENCY}` : metric,
);

export const isMoney = (metric: string): boolean =>
	METRICS[metric.split("-")[0] as string]?.unit === "money";

function metricValues(ids: ReadonlySet<string>): TableValue[] {
	return Object.entries(METRICS).flatMap(([metric, { label, unit }]) =>
		[...ids]
			.filter((id) => id === metric || id.startsWith(`${metric}-`))
			.sort()
			.map((id) => {
				const currency = id.slice(metric.length + 1);
				return {
					id,
					label: currency ? `${label}, ${currency}` : label,
					parent: null,
					unit: unit === "money" ? currency : unit,
				};
			}),
	);
}

/** Periods in time, each year before its quarters. */
function periodValues(ids: readonly string[]): TableValue[] {
	const known = ids.filter((id) => id !== NOT_KNOWN).sort();
	return [...known, ...(ids.includes(NOT_KNOWN) ? [NOT_KNOWN] : [])].map((id) => {
		const year = String(yearOf(id));
		const parent = id !== year && ids.includes(year) ? year : null;
		return { id, label: periodLabel(id), parent };
	});
}

const METRIC = { id: "metric", label: "What clients reported" };
const PERIOD = {
	engagements: { id: "period", label: "When it began" },
	outcomes: { id: "period", label: "Fiscal year in which the window ended" },
};

/** The dimensions of a table without their values. */
export function dimensionNames({
	subject,
	axis,
}: FamilyTable): Array<{ id: string; label: string }> {
	const { id, label } = SUBJECTS[subject].inner;
	const own = { id: axis as string, label: AXES[axis].label };
	const metric = subject === "outcomes" ? [METRIC] : [];
	return [own, ...metric, { id, label }, PERIOD[subject]];
}

/** The dimensions of a table with all values that its cells, or the family, have. */
export function dimensionsOf(
	table: FamilyTable,
	{ entries, parents }: Collected,
	periods: readonly string[],
	labels: Labels,
): TableDimension[] {
	const { axis, subject } = table;
	const { inner } = SUBJECTS[subject];
	return dimensionNames(table).map(({ id, label }): TableDimension => {
		if (id === axis) return { id, label, values: ownValues(axis, parents, labels) };
		if (id === METRIC.id) {
			const metrics = new Set([...USUAL_METRICS, ...occurring(entries, 1)]);
			return { id, label, values: metricValues(metrics) };
		}
		if (id === inner.id) {
			const parentOf = (value: string) => (value === ALL ? null : ALL);
			const values = inner.values.map((value) => ({ ...value, parent: parentOf(value.id) }));
			return { id, label, values };
		}
		return { id, label, values: periodValues(periods) };
	});
}
