import type { DrawOption } from "../../parts/chart-kinds.ts";

/** How many members at a date, which stands as its source gives it. */
export type Count = { date: string; value: number; written: string };

/** Numbers of members as bars, one a date: sources date them in years, months or days, so the axis is no measure of time. */
export function membersChart(counts: readonly Count[]): DrawOption {
	return (color) => ({
		grid: { left: 8, right: 8, top: 24, bottom: 28 },
		xAxis: {
			type: "category",
			data: counts.map(({ date }) => date),
			axisLabel: { color: color("--ink"), interval: 0, hideOverlap: true },
			axisLine: { lineStyle: { color: color("--strong-line") } },
			axisTick: { show: false },
		},
		yAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false } },
		series: [
			{
				type: "bar",
				barMaxWidth: 48,
				color: color("--accent"),
				label: {
					show: true,
					position: "top",
					color: color("--ink"),
					formatter: ({ dataIndex }: { dataIndex: number }) => counts[dataIndex]?.written ?? "",
				},
				data: counts.map(({ value }) => value),
			},
		],
	});
}
