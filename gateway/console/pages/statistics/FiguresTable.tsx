import { useMemo } from "react";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { WhenShown } from "../../parts/WhenShown.tsx";
import { useWords } from "../../words/use-words.ts";
import { depthsOf } from "./axes.ts";
import { FigureCell } from "./FigureCell.tsx";
import look from "./FiguresTable.module.css";
import { figuresTaken } from "./figures-taken.ts";
import { useNames } from "./names.ts";
import { OwnName } from "./OwnName.tsx";
import { cellsAsked } from "./questions.ts";
import { type Series, seriesAt } from "./series.ts";
import type { Shown } from "./use-statistics.ts";

/** Widths of the first column and the others, px; a wider table scrolls. */
const NAME_PX = 260;
const FIGURE_PX = 84;

/** What the small multiples show, in figures: wholes, each before its parts, by period. */
export function FiguresTable({ shown }: { shown: Shown }) {
	const t = useWords();
	const { place, table, view } = shown;
	const names = useNames(table, view);
	const [own] = table.dimensions;
	const rows = useMemo(
		() => names.inOrder.map((row) => seriesAt(table, view, row)),
		[names, table, view],
	);
	const columns = useMemo((): Column<Series>[] => {
		const depths = depthsOf(own?.values ?? []);
		return [
			{
				id: "name",
				head: own ? names.dimension(own) : "",
				width: NAME_PX / FIGURE_PX,
				value: ({ place: row }) => names.own(row),
				cell: ({ place: row }) => (
					<span className={look.name} style={{ paddingLeft: `${(depths[row] ?? 0) * 12}px` }}>
						<OwnName table={table} names={names} place={row} />
					</span>
				),
			},
			...view.columns.map(
				(period, index): Column<Series> => ({
					id: String(period),
					head: names.mark(period),
					numeric: true,
					value: ({ figures }) => figures[index]?.value,
					cell: ({ figures }) => figures[index] && <FigureCell of={figures[index]} />,
				}),
			),
		];
	}, [own, names, table, view]);
	const title = t("statistics.figures", { measure: names.measure });
	return (
		<Panel
			title={title}
			intro={t("statistics.figures.intro", { measure: names.measureWithUnit })}
			actions={
				<TakeAlong
					file={`${table.id}-release-${place.release.number}`}
					cells={() =>
						figuresTaken(
							shown,
							names,
							rows.map((row) => row.place),
						)
					}
					asked={cellsAsked(
						place,
						table,
						view,
						rows.map((row) => row.place),
					)}
				/>
			}
		>
			<WhenShown shape={<div className={look.shape} />}>
				<div className={look.bounded}>
					<Table
						// Another table begins at its top, in its own order.
						key={`${place.release.id} ${table.id}`}
						caption={title}
						columns={columns}
						rows={rows}
						keyOf={({ place: row }) => String(row)}
						minWidth={NAME_PX + view.columns.length * FIGURE_PX}
						empty={t("statistics.all-zero")}
					/>
				</div>
			</WhenShown>
		</Panel>
	);
}
