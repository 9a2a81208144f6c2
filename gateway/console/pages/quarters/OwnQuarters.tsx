import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { OwnQuartersDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import type { Column } from "../../parts/columns.ts";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { Table } from "../../parts/Table.tsx";
import { useWords } from "../../words/use-words.ts";
import { leftOut, type Part, partText, type State } from "./standing.ts";

type Row = { state: State; part: Part };

/** The quarters of a manager's own center, latest first. */
export function OwnQuarters() {
	const t = useWords();
	const query = useInfiniteQuery(
		askPages(OwnQuartersDocument, {}, ({ fiscalQuarters }) => fiscalQuarters.pageInfo),
	);
	const columns = useMemo(
		(): Column<Row>[] => [
			{
				id: "quarter",
				head: t("quarters.quarter"),
				width: 1.2,
				value: ({ state }) => quarterParameter(state),
				cell: ({ state }) => (
					<>
						<Link to={PATHS.quarters} search={{ quarter: quarterParameter(state) }}>
							{quarterText(t, state)}
						</Link>
						<div className="quiet">
							{t("quarters.days", { from: t.date(state.startsOn), to: t.date(state.endsOn) })}
						</div>
					</>
				),
			},
			{
				id: "state",
				head: t("quarters.state"),
				width: 2,
				value: ({ part, state }) => partText(t, part, state),
			},
			{
				id: "approved",
				head: t("quarters.approved.short"),
				numeric: true,
				value: ({ part }) => part.report?.engagementCount ?? part.approvedCount,
			},
			{
				id: "submitted",
				head: t("quarters.submitted.short"),
				numeric: true,
				value: ({ part }) => part.submittedCount,
			},
			{
				id: "drafts",
				head: t("quarters.stranded.short"),
				numeric: true,
				value: ({ part }) => leftOut(part),
			},
			{
				id: "amended",
				head: t("quarters.amended.short"),
				numeric: true,
				value: ({ part }) => part.amendedCount,
			},
		],
		[t],
	);
	return (
		<Panel title={t("quarters.own")} intro={t("quarters.own.intro")}>
			<PagedRows
				name={t("quarters.own")}
				query={query}
				pageOf={({ fiscalQuarters }) => fiscalQuarters}
				height={600}
			>
				{(nodes) => (
					<Table
						caption={t("quarters.own")}
						columns={columns}
						rows={nodes.flatMap(({ centers, ...state }) =>
							centers.map((part): Row => ({ state, part })),
						)}
						keyOf={({ state }) => quarterParameter(state)}
						empty={t("quarters.own.none")}
					/>
				)}
			</PagedRows>
		</Panel>
	);
}
