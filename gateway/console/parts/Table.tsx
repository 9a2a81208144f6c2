import {
	type ColumnDef,
	createSortedRowModel,
	type RowData,
	rowSortingFeature,
	type SortingState,
	sortFns,
	tableFeatures,
	useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useMemo, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { type Column, compare } from "./columns.ts";
import look from "./Table.module.css";
import { TableHead } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";
import type { CellData } from "./take-along.ts";
import { useNarrow } from "./use-narrow.ts";
import { usePrinting } from "./use-printing.ts";

const features = tableFeatures({
	rowSortingFeature,
	sortedRowModel: createSortedRowModel(),
	sortFns,
});

/** Rows above this number are drawn only while they are in view. */
const DRAW_ALL = 60;
/** Heights until a row is measured: names mostly take two lines; a card takes a line a column. */
const ROW_PX = 62;
const CARD_PX = 190;

/** What is missing as TanStack Table knows it. */
const orUndefined = (value: CellData) => (value === null || value === "" ? undefined : value);

type Props<Row extends RowData> = {
	/** Says what the table holds; read out, not shown. */
	caption: string;
	columns: Column<Row>[];
	rows: readonly Row[];
	keyOf: (row: Row) => string;
	/** How it is sorted at first; with `onSort`, at all times. */
	sorted?: SortingState;
	/** Told how it is to be sorted, where the address says it. */
	onSort?: (sorting: SortingState) => void;
	/** True for rows that are chosen; with `onChoose`, each row has a button for it. */
	isChosen?: (row: Row) => boolean;
	onChoose?: (row: Row) => void;
	/** What the button of a row does. */
	chooseLabel?: (row: Row) => string;
	/** What would be here, and how it gets here. */
	empty: string;
	/** Width, px, below which it scrolls to the side while its first column stays; not on a phone. */
	minWidth?: number;
};

/** A table that sorts by its heads and scrolls smoothly however long it is; on a phone each row is a card. */
export function Table<Row extends RowData>({
	columns,
	rows,
	keyOf,
	sorted,
	onSort,
	...props
}: Props<Row>) {
	const t = useWords();
	const isNarrow = useNarrow();
	const scroller = useRef<HTMLDivElement>(null);
	const definitions = useMemo(
		() =>
			columns.map(
				({ id, value }): ColumnDef<typeof features, Row> => ({
					id,
					accessorFn: (row) => orUndefined(value(row)),
					// In both directions.
					sortUndefined: "last",
					sortFn: (a, b) => compare(t.language, value(a.original), value(b.original)),
				}),
			),
		[columns, t.language],
	);
	const table = useTable({
		features,
		columns: definitions,
		data: rows,
		initialState: { sorting: sorted ?? [] },
		...(onSort && {
			state: { sorting: sorted ?? [] },
			onSortingChange: (change: SortingState | ((before: SortingState) => SortingState)) =>
				onSort(typeof change === "function" ? change(sorted ?? []) : change),
		}),
		getRowId: keyOf,
	});
	const sortedRows = table.getRowModel().rows;
	const isPrinting = usePrinting();
	const isLong = sortedRows.length > DRAW_ALL && !isPrinting;
	const virtual = useVirtualizer({
		count: sortedRows.length,
		enabled: isLong,
		getScrollElement: () => scroller.current,
		estimateSize: () => (isNarrow ? CARD_PX : ROW_PX),
		getItemKey: (index) => sortedRows[index]?.id ?? index,
		overscan: 12,
	});
	const items = virtual.getVirtualItems();
	const shown = isLong
		? items.flatMap(({ index }) => (sortedRows[index] ? [{ index, row: sortedRows[index] }] : []))
		: sortedRows.map((row, index) => ({ index, row }));
	const before = isLong ? (items[0]?.start ?? 0) : 0;
	const after = isLong ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
	if (rows.length === 0) return <p className="quiet">{props.empty}</p>;
	return (
		<>
			<div
				ref={scroller}
				className={`${look.scroller} ${isLong ? look.long : ""}`}
				role="group"
				aria-label={props.caption}
				tabIndex={0}
			>
				<table
					className={`${look.table} ${props.minWidth ? look.wide : ""}`}
					style={
						props.minWidth ? ({ "--least": `${props.minWidth}px` } as CSSProperties) : undefined
					}
					aria-rowcount={rows.length + 1}
				>
					<caption className="unseen">{props.caption}</caption>
					<TableHead
						columns={columns}
						sorting={table.state.sorting}
						onSort={(id) => table.getColumn(id)?.toggleSorting()}
						isChoosable={props.onChoose !== undefined}
					/>
					<tbody>
						{before > 0 && <tr style={{ height: before }} />}
						{shown.map(({ index, row }) => (
							<TableRow
								key={row.id}
								index={index}
								measure={isLong ? virtual.measureElement : undefined}
								row={row.original}
								columns={columns}
								isChosen={props.isChosen?.(row.original) ?? false}
								onChoose={props.onChoose}
								chooseLabel={props.chooseLabel?.(row.original)}
							/>
						))}
						{after > 0 && <tr style={{ height: after }} />}
					</tbody>
				</table>
			</div>
			<p className={look.count}>{t("table.rows", { count: rows.length })}</p>
		</>
	);
}
