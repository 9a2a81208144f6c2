import type { SortingState } from "@tanstack/react-table";
import { useWords } from "../words/use-words.ts";
import type { Column } from "./columns.ts";
import look from "./Table.module.css";

type Props<Row> = {
	columns: readonly Column<Row>[];
	sorting: SortingState;
	onSort: (id: string) => void;
	isChoosable: boolean;
};

/** The heads of columns; each is a button that sorts by it. */
export function TableHead<Row>({ columns, sorting, onSort, isChoosable }: Props<Row>) {
	const t = useWords();
	const total = columns.reduce((sum, { width = 1 }) => sum + width, 0);
	return (
		<>
			<colgroup>
				{isChoosable && <col style={{ width: 40 }} />}
				{columns.map(({ id, width = 1 }) => (
					<col key={id} style={{ width: `${(width / total) * 100}%` }} />
				))}
			</colgroup>
			<thead>
				<tr>
					{isChoosable && (
						<td>
							<span className="unseen">{t("table.choose")}</span>
						</td>
					)}
					{columns.map(({ id, head, numeric }) => {
						const by = sorting.find((one) => one.id === id);
						const order = by && (by.desc ? "descending" : "ascending");
						return (
							<th
								key={id}
								scope="col"
								aria-sort={order}
								className={numeric ? look.numeric : undefined}
							>
								<button type="button" onClick={() => onSort(id)}>
									{head}
									<span aria-hidden="true" className={look.arrow}>
										{order === "ascending" && "▲"}
										{order === "descending" && "▼"}
									</span>
								</button>
							</th>
						);
					})}
				</tr>
			</thead>
		</>
	);
}
