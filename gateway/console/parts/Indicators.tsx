import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { IndicatorFieldsFragment } from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { useWords } from "../words/use-words.ts";
import { Absent } from "./Absent.tsx";
import { Answered } from "./Answered.tsx";
import { ComputedFigure } from "./ComputedFigure.tsx";
import { type Column, cellsOf } from "./columns.ts";
import { Figure } from "./Figure.tsx";
import { OtherFigures } from "./OtherFigures.tsx";
import { Panel } from "./Panel.tsx";
import { ReportsLine } from "./ReportsLine.tsx";
import { Sourced } from "./Sourced.tsx";
import { Table } from "./Table.tsx";
import { TakeAlong } from "./TakeAlong.tsx";
import type { YearProps } from "./use-year.tsx";

type Row = IndicatorFieldsFragment;

/** The columns of an evaluation: indicator, value or reason, how it is known. */
function useIndicatorColumns(): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const named = ({ definition: { id, name } }: Row) => t.maybe(`indicator.${id}`, name);
		return [
			{
				id: "indicator",
				head: t("profile.indicator"),
				width: 1.6,
				value: named,
				cell: (row) => (
					<Sourced
						name={t("profile.indicator")}
						source={row.definition.source}
						told={[[t("profile.proposed-as"), row.definition.name]]}
					>
						{named(row)}
					</Sourced>
				),
			},
			{
				id: "group",
				head: t("profile.group"),
				width: 1.1,
				value: ({ definition }) => t(`profile.group.${definition.group}`),
			},
			{
				id: "value",
				head: t("profile.value"),
				width: 2.2,
				value: ({ value }) => value,
				cell: (row) => {
					const { value, unit, observation, reason, formula, n, coverage, seriesBreak } = row;
					if (observation) return <Figure of={observation} name={named(row)} />;
					if (value === null) return <Absent answer={row.answer} reason={reason} />;
					return (
						<ComputedFigure
							name={named(row)}
							value={value}
							unit={unit}
							told={[
								[t("profile.formula"), formula],
								[t("profile.records"), n === null ? null : t.number(n)],
								[t("profile.coverage"), coverage?.words],
								[t("source.break"), seriesBreak],
							]}
						/>
					);
				},
			},
			{
				id: "known",
				head: t("profile.known"),
				width: 2.4,
				value: ({ status, formula }) =>
					[t(`profile.status.${status}`), formula].filter(Boolean).join(": "),
				cell: ({ status, formula, coverage, verification, otherFigures }) => (
					<>
						{status !== "NOT_AVAILABLE" && t(`profile.status.${status}`)}
						{formula && `: ${formula}`}
						<ReportsLine counts={verification} />
						{coverage && (
							<div className="quiet" lang="en">
								{coverage.words}
							</div>
						)}
						<OtherFigures figures={otherFigures} />
					</>
				),
			},
		];
	}, [t]);
}

/** The indicators that documents propose, each computed, observed or absent with its reason. */
export function Indicators<Data, Variables extends object>({
	file,
	asked,
	rowsOf,
	choice,
}: YearProps<Data, Variables, Row>) {
	const t = useWords();
	const columns = useIndicatorColumns();
	const query = useQuery(ask(asked.document, asked.variables));
	const rows = query.data ? rowsOf(query.data.data) : [];
	return (
		<Panel
			anchor="evaluation"
			title={t("profile.evaluation")}
			intro={t("profile.evaluation.intro")}
			actions={
				<>
					{choice}
					<TakeAlong file={file} cells={() => cellsOf(columns, rows)} asked={asked} />
				</>
			}
		>
			<Answered name={t("profile.evaluation")} query={query} height={900}>
				{() => (
					<Table
						caption={t("profile.evaluation")}
						columns={columns}
						rows={rows}
						keyOf={({ definition }) => definition.id}
						empty={t("profile.evaluation.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
