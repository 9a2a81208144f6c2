import { useMemo } from "react";
import type { DisclosureFieldsFragment } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { Table } from "../../parts/Table.tsx";
import { useWords } from "../../words/use-words.ts";
import { momentOf } from "./moment.ts";

type Row = DisclosureFieldsFragment["nodes"][number];

/** What was disclosed: when, which fields of how many records, and for whose question. */
export function DisclosuresTable({ disclosures }: { disclosures: DisclosureFieldsFragment }) {
	const t = useWords();
	const columns = useMemo(
		(): Column<Row>[] => [
			{
				id: "at",
				head: t("partners.when"),
				width: 1.6,
				value: ({ at }) => at,
				cell: ({ at }) => momentOf(t.language, at),
			},
			{ id: "partner", head: t("partners.partner"), value: ({ partnerId }) => partnerId },
			{ id: "subgraph", head: t("partners.subgraph"), value: ({ subgraph }) => subgraph },
			{
				id: "what",
				head: t("partners.disclosed"),
				width: 2,
				value: ({ type, fields }) => fields.map((field) => `${type}.${field}`).join(", "),
			},
			{
				id: "records",
				head: t("partners.records"),
				numeric: true,
				value: ({ representations }) => representations,
			},
			{ id: "consumer", head: t("partners.consumer"), value: ({ consumer }) => consumer },
		],
		[t],
	);
	return (
		<>
			<p className="quiet">{t("partners.disclosures.count", { count: disclosures.totalCount })}</p>
			<Table
				caption={t("partners.disclosures")}
				columns={columns}
				rows={disclosures.nodes}
				keyOf={({ id }) => id}
				empty={t("partners.disclosures.none")}
			/>
		</>
	);
}
