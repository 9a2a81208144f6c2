import { useMemo } from "react";
import { useWords } from "../words/use-words.ts";
import { Table } from "./Table.tsx";
import type { Transfer } from "./transfer-cells.ts";
import { transferColumns } from "./transfer-columns.tsx";

type Props = { transfers: readonly Transfer[]; empty: string };

/** Technology transfers with the readiness of the technology before and after. */
export function Transfers({ transfers, empty }: Props) {
	const t = useWords();
	const hasManufacturers = transfers.some(({ sme }) => sme);
	const columns = useMemo(() => transferColumns(t, hasManufacturers), [t, hasManufacturers]);
	return (
		<Table
			caption={t("transfer.title")}
			columns={columns}
			rows={transfers}
			keyOf={({ id }) => id}
			empty={empty}
		/>
	);
}
