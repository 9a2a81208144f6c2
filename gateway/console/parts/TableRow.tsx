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
				const isEmpty = content === null || content === undefined || content === "";
				// On a phone the head stands beside the content, which is then one box.
				const shown = isEmpty ? null : <div>{content}</div>;
				const attributes = {
					"data-head": head,
					className: numeric ? look.numeric : undefined,
				};
				return position === 0 ? (
					<th key={id} scope="row" {...attributes}>
						{shown}
					</th>
				) : (
					<td key={id} {...attributes}>
						{shown}
					</td>
				);
			})}
		</tr>
	);
}
