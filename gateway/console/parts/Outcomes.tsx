import { useMemo } from "react";
import type { OutcomeFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { claimsOf } from "./outcome-claims.ts";
import { outcomeColumns } from "./outcome-columns.tsx";
import { Table } from "./Table.tsx";

type Props = { outcomes: readonly OutcomeFieldsFragment[]; empty: string };

/** What clients report to have come of services: each figure with its window, how it was checked and what it covers. */
export function Outcomes({ outcomes, empty }: Props) {
	const t = useWords();
	const columns = useMemo(() => outcomeColumns(t), [t]);
	const rows = useMemo(() => claimsOf(outcomes), [outcomes]);
	return (
		<Table
			caption={t("outcome.title")}
			columns={columns}
			rows={rows}
			keyOf={({ key }) => key}
			empty={empty}
		/>
	);
}
