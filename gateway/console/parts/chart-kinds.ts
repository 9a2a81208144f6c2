import type { EChartsCoreOption, EChartsType } from "echarts/core";

/** The kinds of chart, each with the parts of the library that it needs. */
export type ChartKind = "flow" | "series";

/** Reads a token of `look/tokens.css` as the theme has it: `color("--accent")`. */
export type ReadColor = (token: string) => string;

/** The options of a chart, made anew when the theme changes. */
export type DrawOption = (color: ReadColor) => EChartsCoreOption;

/** A chart on the page. */
export type Drawn = {
	/** The chart as PNG, twice as fine as on the page. */
	picture(): Promise<Blob | null>;
};

export type StartChart = (element: HTMLElement) => EChartsType;

/** Loads what draws this kind. */
export async function loadChart(kind: ChartKind): Promise<StartChart> {
	const loaded =
		kind === "flow" ? await import("./echarts-flow.ts") : await import("./echarts-series.ts");
	return loaded.startChart;
}
