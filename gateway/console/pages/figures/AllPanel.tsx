import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { AllFiguresDocument, FigureChoicesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import { subjectNames } from "./choices.ts";
import { cellsOf, useColumns } from "./figure-columns.tsx";
import { allFigures, firstFigures } from "./questions.ts";
import type { View } from "./view.ts";

/** The figures of institutes and networks that the filters mean. */
export function AllPanel({ view }: { view: View }) {
	const t = useWords();
	const { where } = view;
	const first = useQuery(firstFigures(where));
	const all = useQuery(allFigures(where));
	const choices = useQuery(ask(FigureChoicesDocument, {})).data?.data;
	const columns = useColumns(useMemo(() => subjectNames(choices, t.language), [choices, t]));
	const query = all.data ? all : first;
	const rows = query.data?.data.observations.nodes ?? [];
	const total = query.data?.data.observations.totalCount ?? 0;
	return (
		<Panel
			title={t("figures.all")}
			intro={t.rich("figures.all.intro", {
				data: <a href={`${BASE_PATH}data/#observations`}>{t("open-data")}</a>,
			})}
			actions={
				<TakeAlong
					file="figures"
					cells={() => cellsOf(rows)}
					asked={{ document: AllFiguresDocument, variables: { where, first: 200 } }}
				/>
			}
		>
			<Answered name={t("figures.all")} query={query} height={640}>
				{() => (
					<>
						<p role="status">
							{t("figures.found", { count: total })}{" "}
							{rows.length < total && !all.isError && t("figures.loading", { count: rows.length })}
							{all.isError && t("figures.part-only", { count: rows.length })}
						</p>
						<Table
							caption={t("figures.all")}
							columns={columns}
							rows={rows}
							keyOf={({ id }) => id}
							sorted={view.sorting}
							onSort={([by]) => view.set({ sort: by ? [`${by.desc ? "-" : ""}${by.id}`] : [] })}
							empty={t("figures.none")}
						/>
						<p className="quiet">{t("mark.legend")}</p>
					</>
				)}
			</Answered>
		</Panel>
	);
}
