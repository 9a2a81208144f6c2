import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { PartnerStandingDocument, type PartnerStandingQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { ForPermitted } from "./ForPermitted.tsx";
import { lastWeeks } from "./questions.ts";

type Standing = PartnerStandingQuery["partnerStanding"][number];
type Row = Standing["days"][number] & { subgraph: string };

const PERCENT = 100;

/** How a partner's subgraphs did in the last four weeks, and what is left of their budgets. */
export function StandingPanel({ partnerId }: { partnerId: string }) {
	const t = useWords();
	const variables = useMemo(() => ({ partnerId, ...lastWeeks(Date.now()) }), [partnerId]);
	const query = useQuery(ask(PartnerStandingDocument, variables));
	const rows = (query.data?.data.partnerStanding ?? []).flatMap(({ subgraph, days }) =>
		days.map((day): Row => ({ ...day, subgraph })),
	);
	const columns = useMemo((): Column<Row>[] => {
		const number = (
			id: "calls" | "faults" | "p50Ms" | "p95Ms" | "busiestMinute" | "version",
		): Column<Row> => ({
			id,
			head: t(`partners.standing.${id}`),
			numeric: true,
			value: (row) => row[id],
			cell: (row) => (row[id] === null ? t("absent") : t.number(row[id])),
		});
		return [
			{
				id: "day",
				head: t("partners.day"),
				width: 1.4,
				value: ({ day }) => day,
				cell: ({ day }) => t.date(day),
			},
			{ id: "subgraph", head: t("partners.subgraph"), value: ({ subgraph }) => subgraph },
			number("version"),
			number("calls"),
			number("faults"),
			number("p50Ms"),
			number("p95Ms"),
			number("busiestMinute"),
		];
	}, [t]);
	const cells = () => ({
		columns: columns.map(({ id }) => id),
		rows: rows.map((row) => columns.map(({ value }) => value(row))),
	});
	return (
		<Panel
			title={t("partners.standing")}
			intro={t("partners.standing.intro", variables)}
			actions={
				<TakeAlong
					file={`${partnerId}-standing`}
					cells={cells}
					asked={{ document: PartnerStandingDocument, variables }}
				/>
			}
		>
			<ForPermitted name={t("partners.standing")} query={query} height={200}>
				{({ partnerStanding }) => (
					<>
						<ul>
							{partnerStanding.map(({ subgraph, budget, calls, errorShare }) => (
								<li key={subgraph}>
									{t("partners.standing.sum", {
										subgraph,
										calls,
										share: t.number(errorShare * PERCENT),
									})}{" "}
									{t("partners.standing.budget", {
										left: budget.faultsLeft,
										allowed: budget.allowedFaults,
										target: t.number(budget.target * PERCENT),
										days: budget.days,
										requests: budget.requestsLeft,
										minute: budget.requestsPerMinute,
									})}
								</li>
							))}
						</ul>
						<Table
							caption={t("partners.standing")}
							columns={columns}
							rows={rows}
							keyOf={({ day, subgraph, version }) => `${day} ${subgraph} ${version}`}
							empty={t("partners.standing.none")}
						/>
					</>
				)}
			</ForPermitted>
		</Panel>
	);
}
