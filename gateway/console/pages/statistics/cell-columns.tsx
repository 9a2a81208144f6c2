import { useMemo } from "react";
import type { Column } from "../../parts/columns.ts";
import { useWords } from "../../words/use-words.ts";
import type { CellPlace } from "./AllCells.tsx";
import { FigureCell } from "./FigureCell.tsx";
import { COUNTS, type Names } from "./names.ts";
import { coordinatesOf, figureAt, type StoredTable } from "./stored-table.ts";

/** A column for each dimension and each measure of a table. */
export function useCellColumns(table: StoredTable, names: Names): Column<CellPlace>[] {
	const t = useWords();
	return useMemo(() => {
		const dimensions = table.dimensions.map((dimension, index): Column<CellPlace> => {
			const called = dimension.values.map((_, place) => names.value(dimension, place));
			return {
				id: dimension.id,
				head: names.dimension(dimension),
				width: index === 0 ? 2 : 1.4,
				value: ({ cell }) => called[coordinatesOf(table, cell)[index] ?? 0],
			};
		});
		const measures = table.measures.map((measure, index): Column<CellPlace> => {
			const figure = ({ cell }: CellPlace) => figureAt(table, index, coordinatesOf(table, cell));
			const unit = COUNTS.includes(measure.unit)
				? ""
				: t.maybe(`statistics.unit.${measure.unit}`, measure.unit);
			return {
				id: measure.id,
				head: unit ? `${names.measureName(measure)} (${unit})` : names.measureName(measure),
				numeric: true,
				value: (cell) => figure(cell).value,
				cell: (cell) => <FigureCell of={figure(cell)} />,
			};
		});
		return [...dimensions, ...measures];
	}, [table, names, t]);
}
