import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { NoAnswer } from "../../graphql/fetch-document.ts";
import { type TraceFieldsFragment, TraceRowsDocument } from "../../graphql/graphql.ts";
import { Missing, Waiting } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useTraceColumns } from "../../parts/trace-columns.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { writeAddress } from "./address.ts";
import { rowsOf } from "./questions.ts";
import look from "./RowsPanel.module.css";
import type { View } from "./view.ts";

/** One row for each manufacturer, provider and kind of service. */
export function RowsPanel({ view }: { view: View }) {
	const t = useWords();
	const { where, filters } = view;
	const query = useInfiniteQuery(rowsOf(where));
	const { data, error, hasNextPage, isFetchingNextPage } = query;
	const rows = useMemo(() => data?.pages.flatMap((page) => page.data.trace.nodes) ?? [], [data]);
	const faults = data?.pages.flatMap((page) => page.faults) ?? [];
	const columns = useTraceColumns(rows);
	const total = data?.pages[0]?.data.trace.totalCount ?? 0;
	const retry = () => void query.refetch();
	const isChosen = ({ sme }: TraceFieldsFragment) =>
		filters.smeIds?.length === 1 && filters.smeIds[0] === sme.id;
	const search = String(new URLSearchParams(writeAddress({ filters, by: "state" })));
	return (
		<Panel
			title={t("trace.rows")}
			intro={t("trace.rows.intro")}
			actions={
				<TakeAlong
					file="trace"
					csvAt={`${BASE_PATH}trace.csv?${search}`}
					asked={{ document: TraceRowsDocument, variables: { where, first: 200 } }}
				/>
			}
		>
			{error && (
				<Missing
					name={t("trace.rows")}
					faults={error instanceof NoAnswer ? error.faults : []}
					retry={retry}
				/>
			)}
			{faults.length > 0 && <Missing name={t("trace.names")} faults={faults} retry={retry} />}
			{!data && !error && <Waiting name={t("trace.rows")} height={480} />}
			{data && (
				<Table
					caption={t("trace.rows")}
					columns={columns}
					rows={rows}
					keyOf={({ id }) => id}
					isChosen={isChosen}
					onChoose={(row) => view.narrow({ smeIds: isChosen(row) ? [] : [row.sme.id] })}
					chooseLabel={({ sme }) => t("trace.narrow", { name: sme.name })}
					empty={t("trace.rows.none")}
				/>
			)}
			{hasNextPage && (
				<p className={look.more}>
					<button
						type="button"
						className="action"
						disabled={isFetchingNextPage}
						onClick={() => void query.fetchNextPage()}
					>
						{t("trace.rows.more", { shown: t.number(rows.length), total: t.number(total) })}
					</button>
				</p>
			)}
		</Panel>
	);
}
