import type { EChartsType } from "echarts/core";
import { type Ref, use, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import look from "./Chart.module.css";
import {
	type ChartKind,
	type Drawn,
	type DrawOption,
	loadChart,
	type StartChart,
} from "./chart-kinds.ts";
import { pictureOf } from "./picture.ts";
import { useThemeColors } from "./theme-colors.ts";

const loading = new Map<ChartKind, Promise<StartChart>>();

function loadOnce(kind: ChartKind): Promise<StartChart> {
	const load = loading.get(kind) ?? loadChart(kind);
	loading.set(kind, load);
	return load;
}

type Props = {
	ref: Ref<Drawn>;
	kind: ChartKind;
	option: DrawOption;
	height: number;
	onChoose?: (name: string, data: unknown) => void;
};

/** What draws a chart, in the colours and the width that the page has. */
export default function ChartCanvas({ ref, kind, option, height, onChoose }: Props) {
	const start = use(loadOnce(kind));
	const place = useRef<HTMLDivElement>(null);
	const chart = useRef<EChartsType>(undefined);
	const color = useThemeColors();
	const choose = useEffectEvent((name: string, data: unknown) => onChoose?.(name, data));

	useEffect(() => {
		const element = place.current;
		if (!element) return;
		const started = start(element);
		started.on("click", ({ name, data }) => choose(name, data));
		chart.current = started;
		const watch = new ResizeObserver(() => started.resize());
		watch.observe(element);
		return () => {
			watch.disconnect();
			started.dispose();
		};
	}, [start]);

	useEffect(() => {
		const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
		chart.current?.setOption({
			animation: !isStill,
			animationDuration: 300,
			textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("--ink") },
			...option(color),
		});
	}, [option, color]);

	useImperativeHandle(ref, () => ({
		picture: async () => {
			const svg = place.current?.querySelector("svg");
			return svg ? pictureOf(svg, color("--paper")) : null;
		},
	}));
	return <div ref={place} className={look.canvas} style={{ height }} />;
}
