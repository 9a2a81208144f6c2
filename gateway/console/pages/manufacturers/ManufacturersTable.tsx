import { Table } from "../../parts/Table.tsx";
import type { AddressView } from "../../parts/use-address.ts";
import { sortingOf, sortOf } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import { type Row, useManufacturerColumns } from "./columns.tsx";

type Props = { rows: readonly Row[]; total: number; address: AddressView };

/** The manufacturers that were told so far; says so where they are sorted and more are meant. */
export function ManufacturersTable({ rows, total, address: { says, say } }: Props) {
	const t = useWords();
	const columns = useManufacturerColumns(rows);
	// The address may name a column that no row fills.
	const sorted = sortingOf(says.sort).filter(({ id }) => columns.some((one) => one.id === id));
	return (
		<>
			<Table
				caption={t("manufacturers.list")}
				columns={columns}
				rows={rows}
				keyOf={({ id }) => id}
				sorted={sorted}
				onSort={(sorting) => say({ sort: sortOf(sorting) })}
				empty={t("manufacturers.none")}
			/>
			{sorted.length > 0 && rows.length < total && (
				<p className="quiet" role="status">
					{t("manufacturers.sorted-part", { shown: rows.length, total })}
				</p>
			)}
		</>
	);
}
