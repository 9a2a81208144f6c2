import { linesOf, type Series } from "./series.ts";
import look from "./YearTable.module.css";

const WIDTH = 112;
const HEIGHT = 24;

/** The course of a metric; the row beside it says the same in figures. */
export function Spark({ series, years }: { series: Series; years: readonly number[] }) {
	const lines = linesOf(series, [years[0] ?? 0, years.at(-1) ?? 0], WIDTH, HEIGHT);
	const last = lines.at(-1)?.at(-1);
	return (
		<svg className={look.spark} viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} aria-hidden="true">
			{lines.map((line) => (
				<polyline key={line[0]?.year} points={line.map(({ x, y }) => `${x},${y}`).join(" ")} />
			))}
			{lines
				.slice(1)
				.map(
					([start]) =>
						start && (
							<line
								key={start.year}
								className={look.break}
								x1={start.x}
								x2={start.x}
								y1={-4}
								y2={HEIGHT + 4}
							/>
						),
				)}
			{lines.flat().map(({ x, y, year }) => (
				<circle key={year} cx={x} cy={y} r={year === last?.year ? 3 : 1.5} />
			))}
		</svg>
	);
}
