import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
	PartnerUsageStatementDocument,
	type PartnerUsageStatementQuery,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { ForPermitted } from "./ForPermitted.tsx";
import { lastWeeks } from "./questions.ts";

type Row = PartnerUsageStatementQuery["partnerUsage"]["ownFields"][number];

/** Who asked the partner's fields in the last four weeks. */
export function UsagePanel({ partnerId }: { partnerId: string }) {
	const t = useWords();
	const variables = useMemo(() => ({ partnerId, ...lastWeeks(Date.now()) }), [partnerId]);
	const query = useQuery(ask(PartnerUsageStatementDocument, variables));
	const rows = query.data?.data.partnerUsage.ownFields ?? [];
	const columns = useMemo(
		(): Column<Row>[] => [
			{ id: "field", head: t("partners.field"), width: 2, value: ({ field }) => field },
			{
				id: "day",
				head: t("partners.day"),
				value: ({ day }) => day,
				cell: ({ day }) => t.date(day),
			},
			{ id: "consumer", head: t("partners.consumer"), value: ({ consumer }) => consumer },
			{
				id: "requests",
				head: t("partners.usage.requests"),
				numeric: true,
				value: ({ requests }) => requests,
			},
			{
				id: "errors",
				head: t("partners.usage.errors"),
				numeric: true,
				value: ({ errors }) => errors,
			},
		],
		[t],
	);
	const cells = () => ({
		columns: columns.map(({ id }) => id),
		rows: rows.map((row) => columns.map(({ value }) => value(row))),
	});
	return (
		<Panel
			title={t("partners.usage")}
			intro={t("partners.usage.intro", variables)}
			actions={
				<TakeAlong
					file={`${partnerId}-usage`}
					cells={cells}
					asked={{ document: PartnerUsageStatementDocument, variables }}
				/>
			}
		>
			<ForPermitted name={t("partners.usage")} query={query} height={160}>
				{({ partnerUsage: { requests, errors, consumers } }) => (
					<>
						<p>{t("partners.usage.sum", { requests, errors, consumers: consumers.length })}</p>
						<Table
							caption={t("partners.usage")}
							columns={columns}
							rows={rows}
							keyOf={({ field, day, consumer }) => `${field} ${day} ${consumer}`}
							empty={t("partners.usage.none")}
						/>
					</>
				)}
			</ForPermitted>
		</Panel>
	);
}
