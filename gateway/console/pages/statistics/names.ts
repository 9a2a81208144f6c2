import { useMemo } from "react";
import { useWords, type Words } from "../../words/use-words.ts";
import { NOT_KNOWN, readPeriod } from "./axes.ts";
import { inOrder } from "./order.ts";
import type { Dimension, Measure, StoredTable, Value } from "./stored-table.ts";
import type { View } from "./view.ts";

/** What "31-33-other" ends with: the sector is known, and no more. */
const OTHER = "-other";

function industryName(t: Words, { id, label }: Value): string {
	if (!/^\d/.test(id)) return label;
	if (id.endsWith(OTHER))
		return t("statistics.subsector.other", { sector: id.slice(0, -OTHER.length) });
	const name = t.maybe(`statistics.subsector.${id}`, t.maybe(`sector.${id}`, ""));
	return name ? `${id} ${name}` : label;
}

function metricName(t: Words, { id, label }: Value): string {
	const [metric = "", currency] = id.split("-");
	const name = t.maybe(`trace.metric.${metric}`, "");
	if (!name) return label;
	return currency ? `${name}, ${currency}` : name;
}

function periodName(t: Words, { id, label }: Value): string {
	if (id === NOT_KNOWN) return t("statistics.period.not-known");
	const period = readPeriod(id);
	if (!period) return label;
	return period.quarter
		? t("statistics.period.quarter", period)
		: t("statistics.period.year", period);
}

/** What a value is called in the language of the page; names that the catalogues do not know are as the hub gives them. */
function valueName(t: Words, dimension: string, value: Value): string {
	const { id, label } = value;
	if (dimension === "period") return periodName(t, value);
	const special = t.maybe(`statistics.value.${dimension}.${id}`, "");
	if (special) return special;
	if (dimension === "state" || dimension === "center") return t.maybe(`state.${id}`, label);
	if (dimension === "sector") return industryName(t, value);
	if (dimension === "kind") return t.maybe(`kind.${id}`, label);
	if (dimension === "metric") return metricName(t, value);
	return label;
}

/** "Q1", "2024" or "?", for places where there is no room. */
function periodMark(t: Words, { id }: Value): string {
	const period = readPeriod(id);
	if (!period) return t("statistics.period.mark.not-known");
	const year = String(period.year);
	return period.quarter ? t("statistics.period.mark", { ...period, year }) : year;
}

/** Units that the name of a measure says already. */
export const COUNTS = ["manufacturers", "engagements", "hours", "people", "reports"];

/** How a table's parts are called. */
export function namesOf(t: Words, table: StoredTable, view: View) {
	const nameOf = (dimension: Dimension | undefined, place: number): string => {
		const value = dimension?.values[place];
		return dimension && value ? valueName(t, dimension.id, value) : "";
	};
	const measureName = ({ id, label }: Measure) => t.maybe(`statistics.measure.${id}`, label);
	const measure = table.measures[view.measure];
	const which = table.dimensions.findIndex(({ id }) => id === "metric");
	const metric = table.dimensions[which];
	const isReported = measure?.id === "value" && metric !== undefined;
	// What was reported, and in which unit, the metric says: "New sales, USD".
	const place = view.at[which] ?? 0;
	const unit = (isReported && metric.values[place]?.unit) || measure?.unit || "";
	const periods = table.dimensions.at(-1);
	const own = (place: number) => nameOf(table.dimensions[0], place);
	const unitName = t.maybe(`statistics.unit.${unit}`, unit);
	const plain = measure ? measureName(measure) : "";
	const called = isReported ? nameOf(metric, place) : plain;
	return {
		dimension: ({ id, label }: Dimension) => t.maybe(`statistics.dimension.${id}`, label),
		value: nameOf,
		own,
		/** Places of the rows, each after the one that includes it, in the order in which readers look for them. */
		inOrder: inOrder(table.dimensions[0], own, t.language),
		period: (place: number) => nameOf(periods, place),
		mark: (place: number) => {
			const value = periods?.values[place];
			return value ? periodMark(t, value) : "";
		},
		measureName,
		/** The measure that is shown, as in a sentence that names the metric, too; and as it stands alone. */
		measureInSentence: plain,
		measure: called,
		measureWithUnit: isReported || COUNTS.includes(unit) ? called : `${called} (${unitName})`,
		unit: unitName,
	};
}

export type Names = ReturnType<typeof namesOf>;

export function useNames(table: StoredTable, view: View): Names {
	const t = useWords();
	return useMemo(() => namesOf(t, table, view), [t, table, view]);
}

/** What a table is about, as a part of a sentence. */
export const tableName = (t: Words, table: string, title: string): string =>
	t.maybe(`statistics.table.${table}`, title);
