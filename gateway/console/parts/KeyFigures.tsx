import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { KeyFigureFieldsFragment } from "../graphql/graphql.ts";
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
import { Table } from "./Table.tsx";
import { TakeAlong } from "./TakeAlong.tsx";
import type { YearProps } from "./use-year.tsx";

/** The columns of key figures: what, how much or why not, what it rests on. */
function useKeyFigureColumns(): Column<KeyFigureFieldsFragment>[] {
	const t = useWords();
	return useMemo(
		() => [
			{
				id: "figure",
				head: t("profile.figure"),
				width: 1.6,
				value: ({ figure }) => t(`profile.key.${figure}`),
			},
			{
				id: "value",
				head: t("profile.value"),
				width: 2,
				value: ({ value }) => value,
				cell: ({ figure, answer, value, unit, n, absent, published, coverage, verification }) => {
					const name = t(`profile.key.${figure}`);
					if (published) return <Figure of={published} name={name} />;
					if (value === null) return <Absent answer={answer} reason={absent} />;
					const reports = verification.map(
						(one) => `${one.reports} ${t(`trace.verification.${one.verification}`)}`,
					);
					return (
						<ComputedFigure
							name={name}
							value={value}
							unit={unit}
							told={[
								[t("profile.formula"), t(`profile.formula.${figure}`)],
								[t("profile.records"), t.number(n)],
								[t("profile.reports"), reports.join("; ")],
								[t("profile.coverage"), coverage.words],
							]}
						/>
					);
				},
			},
			{
				id: "coverage",
				head: t("profile.coverage"),
				width: 3,
				value: ({ coverage }) => coverage.words,
				cell: ({ coverage, verification, otherFigures }) => (
					<>
						<ReportsLine counts={verification} />
						<span className="quiet" lang="en">
							{coverage.words}
						</span>
						<OtherFigures figures={otherFigures} />
					</>
				),
			},
		],
		[t],
	);
}

/** The key figures of one year, each with what it rests on, or why there is none. */
export function KeyFigures<Data, Variables extends object>({
	file,
	asked,
	rowsOf,
	choice,
}: YearProps<Data, Variables, KeyFigureFieldsFragment>) {
	const t = useWords();
	const columns = useKeyFigureColumns();
	const query = useQuery(ask(asked.document, asked.variables));
	const rows = query.data ? rowsOf(query.data.data) : [];
	return (
		<Panel
			anchor="key-figures"
			title={t("profile.key-figures")}
			intro={t("profile.key-figures.intro")}
			actions={
				<>
					{choice}
					<TakeAlong file={file} cells={() => cellsOf(columns, rows)} asked={asked} />
				</>
			}
		>
			<Answered name={t("profile.key-figures")} query={query} height={900}>
				{() => (
					<Table
						caption={t("profile.key-figures")}
						columns={columns}
						rows={rows}
						keyOf={({ figure }) => figure}
						empty={t("profile.key-figures.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
