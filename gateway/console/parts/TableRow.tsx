import type { Column } from "./columns.ts";
import look from "./Table.module.css";

type Props<Row> = {
	index: number;
	row: Row;
	columns: readonly Column<Row>[];
	/** Told the row's element, to learn its height. */
	measure?: (element: HTMLElement | null) => void;
	isChosen: boolean;
	onChoose?: (row: Row) => void;
	chooseLabel?: string;
};

/** One row; its first column names it. */
export function TableRow<Row>(props: Props<Row>) {
	const { index, row, columns, measure, isChosen, onChoose, chooseLabel } = props;
	return (
		<tr
			ref={measure}
			data-index={index}
			// The head is the first row.
			aria-rowindex={index + 2}
			className={isChosen ? look.chosen : undefined}
		>
			{onChoose && (
				<td className={look.choose}>
					<button
						type="button"
						aria-pressed={isChosen}
						aria-label={chooseLabel}
						title={chooseLabel}
						onClick={() => onChoose(row)}
					/>
				</td>
			)}
			{columns.map(({ id, head, numeric, value, cell }, position) => {
				const content = cell ? cell(row) : value(row);
				const attributes = {
					"data-head": head,
					className: numeric ? look.numeric : undefined,
				};
				return position === 0 ? (
					<th key={id} scope="row" {...attributes}>
						{content}
					</th>
				) : (
					<td key={id} {...attributes}>
						{/* One element, so that on a phone it stands beside its head as one. */}
						{content !== null && content !== undefined && content !== "" && <div>{content}</div>}
					</td>
				);
			})}
		</tr>
	);
}
