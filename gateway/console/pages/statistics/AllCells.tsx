import { useMemo } from "react";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { WhenShown } from "../../parts/WhenShown.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import type { Address } from "./address.ts";
import { useCellColumns } from "./cell-columns.tsx";
import look from "./FiguresTable.module.css";
import { useNames } from "./names.ts";
import { cellsAsked } from "./questions.ts";
import { sizeOf } from "./stored-table.ts";
import type { Shown } from "./use-statistics.ts";

/** A cell by its place among all combinations of the dimensions' values. */
export type CellPlace = { cell: number };

/** Every cell of the table with all its measures; without the empty ones unless asked for. */
export function AllCells({ shown, change }: { shown: Shown; change: (more: Address) => void }) {
	const t = useWords();
	const { place, table, view } = shown;
	const names = useNames(table, view);
	const size = sizeOf(table);
	const filled = table.cells.at.length;
	const rows = useMemo(
		(): CellPlace[] =>
			view.allCells
				? Array.from({ length: size }, (_, cell) => ({ cell }))
				: table.cells.at.map((cell) => ({ cell })),
		[view.allCells, size, table],
	);
	const columns: Column<CellPlace>[] = useCellColumns(table, names);
	return (
		<Panel
			title={t("statistics.cells")}
			intro={t("statistics.cells.intro", { all: size, filled, empty: size - filled })}
			actions={
				<TakeAlong
					file={table.id}
					csvAt={`${BASE_PATH}statistics/${place.release.number}/${table.id}.csv`}
					asked={cellsAsked(place, table, view)}
				/>
			}
		>
			<label className={`${look.more} screen-only`}>
				<input
					type="checkbox"
					checked={view.allCells}
					onChange={({ target }) => change({ cells: target.checked ? "all" : undefined })}
				/>
				{t("statistics.cells.empty-too")}
			</label>
			<WhenShown shape={<div className={look.shape} />}>
				<Table
					key={`${place.release.id} ${table.id}`}
					caption={t("statistics.cells")}
					columns={columns}
					rows={rows}
					keyOf={({ cell }) => String(cell)}
					minWidth={880}
					empty={t("statistics.all-zero")}
				/>
			</WhenShown>
		</Panel>
	);
}
