import type { DrawOption } from "../../parts/chart-kinds.ts";
import { mostOf, type Series } from "./series.ts";
import type { Figure } from "./stored-table.ts";

/** One colour each, told apart by the colour-blind too. */
const COLORS = ["--kind-facility-access", "--kind-tech-transfer"];

type Says = {
	period: (index: number) => string;
	figure: (figure: Figure) => string;
	number: (value: number) => string;
};

/** Hatching over the whole height of a place: there is a figure, and nobody is told how high it is. */
const hatched = (color: string) => ({
	color: "transparent",
	decal: { symbol: "rect", color, dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: -Math.PI / 4 },
});

/** Bars of two rows side by side for each period. */
export function drawComparison(
	series: ReadonlyArray<Series & { name: string }>,
	periods: readonly string[],
	says: Says,
): DrawOption {
	const most = mostOf(series);
	const isAllWithheld = most < 1e-6;
	return (color) => ({
		// Hatching is a part of what ECharts does for accessibility; the label stands around the chart.
		aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
		grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
		legend: { top: 0, left: 0, textStyle: { color: color("--ink") }, itemWidth: 14 },
		tooltip: {
			trigger: "axis",
			renderMode: "richText",
			backgroundColor: color("--raised"),
			borderColor: color("--hairline"),
			textStyle: { color: color("--ink") },
			formatter: (found: unknown) => {
				const [{ dataIndex = 0 } = {}] = found as Array<{ dataIndex?: number }>;
				const lines = series.map(({ name, figures }) => {
					const figure = figures[dataIndex];
					return figure ? `${name}: ${says.figure(figure)}` : name;
				});
				return [says.period(dataIndex), ...lines].join("\n");
			},
		},
		xAxis: {
			type: "category",
			data: [...periods],
			axisLine: { lineStyle: { color: color("--strong-line") } },
			axisLabel: { color: color("--muted"), hideOverlap: true },
			axisTick: { show: false },
		},
		yAxis: {
			type: "value",
			min: 0,
			// All that is withheld still has a height to be hatched over.
			max: isAllWithheld ? 1 : undefined,
			axisLabel: {
				show: !isAllWithheld,
				color: color("--muted"),
				formatter: (value: number) => says.number(value),
			},
			splitLine: { show: !isAllWithheld, lineStyle: { color: color("--hairline") } },
		},
		series: series.map(({ name, figures }, index) => {
			const own = color(COLORS[index] ?? "--accent");
			return {
				name,
				type: "bar",
				color: own,
				barMaxWidth: 40,
				itemStyle: { decal: { symbol: "none" } },
				data: figures.map(({ status, value }) =>
					status === "SUPPRESSED"
						? { value: isAllWithheld ? 1 : most, itemStyle: { ...hatched(own), borderColor: own } }
						: { value: value ?? 0 },
				),
			};
		}),
	});
}
