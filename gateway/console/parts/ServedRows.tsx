import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TraceWhere } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { PagedRows } from "./PagedRows.tsx";
import { rowsOf } from "./served.ts";
import { type ServedRow, useServedColumns } from "./served-columns.tsx";
import { Table } from "./Table.tsx";

type Props = {
	where: TraceWhere;
	empty: string;
	isChosen?: (row: ServedRow) => boolean;
	onChoose?: (row: ServedRow) => void;
	chooseLabel?: (row: ServedRow) => string;
};

/** Who received what from whom, a page after the other. */
export function ServedRows({ where, ...table }: Props) {
	const t = useWords();
	const query = useInfiniteQuery(rowsOf(where));
	const { data } = query;
	const rows = useMemo(() => data?.pages.flatMap((page) => page.data.trace.nodes) ?? [], [data]);
	const columns = useServedColumns(rows);
	return (
		<PagedRows
			name={t("trace.rows")}
			part={t("trace.names")}
			query={query}
			pageOf={({ trace }) => trace}
			height={480}
		>
			{() => (
				<Table
					caption={t("trace.rows")}
					columns={columns}
					rows={rows}
					keyOf={({ id }) => id}
					{...table}
				/>
			)}
		</PagedRows>
	);
}
