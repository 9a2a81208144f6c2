import type { DrawOption } from "../../parts/chart-kinds.ts";

/** One bar: an amount of one source. */
export type Bar = {
	/** What it measures, for which period. */
	label: string;
	amount: number;
	/** As it is written beside the bar. */
	written: string;
	isFederal: boolean;
	/** Whether it is the plan, or another measure. */
	isPlan: boolean;
};

type Says = { federal: string; nonFederal: string };

/** px of a bar with its label. */
const BAR_PX = 46;

export const heightOf = (bars: number) => bars * BAR_PX + 40;

/** Amounts below each other on one scale, the plan filled and other measures outlined; nothing is stacked, as they do not add up. */
export function fundingChart(bars: readonly Bar[], says: Says, isNarrow: boolean): DrawOption {
	return (color) => {
		const colorOf = (isFederal: boolean) => color(isFederal ? "--accent" : "--kind-tech-transfer");
		const data = (isFederal: boolean) =>
			bars.map((bar) =>
				bar.isFederal === isFederal
					? {
							value: bar.amount,
							itemStyle: {
								color: bar.isPlan ? colorOf(isFederal) : color("--paper"),
								borderColor: colorOf(isFederal),
								borderWidth: 2,
							},
							label: { formatter: bar.written },
						}
					: null,
			);
		const series = (name: string, isFederal: boolean) => ({
			name,
			type: "bar",
			stack: "one",
			barMaxWidth: 18,
			color: colorOf(isFederal),
			label: { show: true, position: "right", color: color("--ink") },
			data: data(isFederal),
		});
		return {
			legend: { top: 0, left: 0, textStyle: { color: color("--ink") } },
			grid: { left: isNarrow ? 130 : 330, right: 80, top: 32, bottom: 8 },
			xAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false } },
			yAxis: {
				type: "category",
				inverse: true,
				data: bars.map(({ label }) => label),
				axisLabel: {
					color: color("--ink"),
					interval: 0,
					width: isNarrow ? 122 : 320,
					overflow: "break",
					lineHeight: 14,
					fontSize: isNarrow ? 11 : 13,
				},
				axisLine: { lineStyle: { color: color("--strong-line") } },
				axisTick: { show: false },
			},
			series: [series(says.federal, true), series(says.nonFederal, false)],
		};
	};
}
