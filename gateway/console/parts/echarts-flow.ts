import { SankeyChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { StartChart } from "./chart-kinds.ts";

use([SankeyChart, TooltipComponent, SVGRenderer]);

export const startChart: StartChart = (element) => init(element, null, { renderer: "svg" });
