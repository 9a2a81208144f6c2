import type { DrawOption } from "../../parts/chart-kinds.ts";
import { colorOf } from "../../parts/kinds.ts";
import type { Filters } from "./filters.ts";
import type { Flow } from "./flow.ts";

const NODE_PX = 34;
const LEAST_PX = 220;
/** Height of a name in three lines on a phone, px. */
const WRAPPED_PX = 45;

/** Height of the chart, px: as much as its fullest column needs. */
export function heightOf({ nodes }: Flow): number {
	const counts = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length);
	return Math.max(LEAST_PX, Math.max(...counts) * NODE_PX);
}

/** What the sentence says once this node or link was chosen; undefined where that cannot be said. */
export function chosenIn(flow: Flow, data: unknown): Filters | undefined {
	const { name, source, target } = (data ?? {}) as Record<string, string | undefined>;
	const narrowing = (key?: string) => flow.nodes.find((node) => node.key === key)?.narrows;
	if (name) return narrowing(name);
	const [from, to] = [narrowing(source), narrowing(target)];
	return from && to && { ...from, ...to };
}

/** The flow as a Sankey diagram. `say` says how many services. */
export function drawFlow(
	flow: Flow,
	isNarrow: boolean,
	say: (count: number) => string,
): DrawOption {
	const names = new Map(flow.nodes.map(({ key, name }) => [key, name]));
	const nameOf = (key: unknown) => names.get(String(key)) ?? String(key);
	const height = heightOf(flow);
	const all = flow.nodes.reduce((sum, { column, value }) => sum + (column === 0 ? value : 0), 0);
	/** Long names are wrapped where the part is tall enough, so that none covers another, and cut off elsewhere. */
	const overflowOf = (value: number) =>
		isNarrow && (height * value) / all > WRAPPED_PX ? "break" : "truncate";
	return (color) => ({
		tooltip: {
			renderMode: "richText",
			backgroundColor: color("--raised"),
			borderColor: color("--hairline"),
			textStyle: { color: color("--ink") },
			formatter({ data, value }: { data: Record<string, string>; value: number }) {
				const { name, source, target } = data;
				const about = name ? nameOf(name) : `${nameOf(source)} → ${nameOf(target)}`;
				return `${about}\n${say(Number(value))}`;
			},
		},
		series: {
			type: "sankey",
			left: 2,
			right: 2,
			top: 8,
			bottom: 8,
			nodeWidth: isNarrow ? 8 : 12,
			nodeGap: 12,
			draggable: false,
			layoutIterations: 48,
			emphasis: { focus: "adjacency" },
			label: {
				color: color("--ink"),
				fontSize: isNarrow ? 11 : 14,
				width: isNarrow ? 108 : 300,
				// A halo, so that words over a flow are read.
				textBorderColor: color("--paper"),
				textBorderWidth: 3,
				formatter: ({ name }: { name: string }) => nameOf(name),
			},
			data: flow.nodes.map(({ key, column, kind, value, narrows }) => ({
				name: key,
				depth: column,
				cursor: narrows ? "pointer" : "default",
				itemStyle: { color: color(kind ? colorOf(kind) : "--strong-line"), borderWidth: 0 },
				label: { position: column === 2 ? "left" : "right", overflow: overflowOf(value) },
			})),
			links: flow.links.map(({ from, to, kind, value }) => ({
				source: from,
				target: to,
				value,
				lineStyle: { color: color(colorOf(kind)), opacity: 0.28, curveness: 0.5 },
			})),
		},
	});
}
