import { lazy, type ReactNode, Suspense, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import look from "./Chart.module.css";
import type { ChartKind, Drawn, DrawOption } from "./chart-kinds.ts";
import { TakeAlong } from "./TakeAlong.tsx";
import { save, type TakenAlong } from "./take-along.ts";
import { WhenShown } from "./WhenShown.tsx";

const Canvas = lazy(() => import("./ChartCanvas.tsx"));

type Props = {
	kind: ChartKind;
	/** Says what the chart shows; read out instead of it. */
	label: string;
	/** The chart, in the colours of the theme. */
	option: DrawOption;
	/** px. */
	height: number;
	/** The same as a table, for readers that see no chart; also what CSV gets. */
	taken: TakenAlong & { cells: NonNullable<TakenAlong["cells"]> };
	/** Told what was clicked. The table of the chart, or one linked to it, must allow the same by keyboard. */
	onChoose?: (name: string, data: unknown) => void;
	/** Under the chart, for example what colours mean. */
	children?: ReactNode;
};

/** A chart with its table, to take along as picture or data. The library that draws is loaded when the chart is shown. */
export function Chart({ kind, label, option, height, taken, onChoose, children }: Props) {
	const t = useWords();
	const drawn = useRef<Drawn>(null);
	const shape = <div className={look.shape} style={{ height }} />;
	const { columns, rows } = taken.cells();
	async function savePicture() {
		const picture = await drawn.current?.picture();
		if (picture) save(`${taken.file}.png`, picture);
	}
	return (
		<figure className={look.chart}>
			<div role="img" aria-label={label}>
				<WhenShown shape={shape}>
					<Suspense fallback={shape}>
						<Canvas ref={drawn} kind={kind} option={option} height={height} onChoose={onChoose} />
					</Suspense>
				</WhenShown>
			</div>
			<figcaption className={look.foot}>
				{children}
				<details className={look.data}>
					<summary>{t("chart.as-table")}</summary>
					<div className={look.scroller} role="group" aria-label={label} tabIndex={0}>
						<table className={look.table}>
							<thead>
								<tr>
									{columns.map((name) => (
										<th key={name} scope="col">
											{name}
										</th>
									))}
								</tr>
							</thead>
							<tbody>
								{rows.map((cells) => (
									<tr key={cells.join("\u0000")}>
										{cells.map((cell, index) => (
											<td
												key={columns[index]}
												className={typeof cell === "number" ? look.numeric : ""}
											>
												{typeof cell === "number" ? t.number(cell) : cell}
											</td>
										))}
									</tr>
								))}
							</tbody>
						</table>
					</div>
				</details>
				<TakeAlong {...taken} savePicture={savePicture} />
			</figcaption>
		</figure>
	);
}
