import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { PartnerListDocument, type PartnerListQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { ServingMark } from "./ServingMark.tsx";
import { servingOf } from "./serving.ts";

type Partner = PartnerListQuery["partners"][number];
type Row = { partner: Partner; subgraph: Partner["subgraphs"][number] | undefined };

/** One row a subgraph; a partner without any has one, too. */
const rowsOf = (partners: readonly Partner[]): Row[] =>
	partners.flatMap((partner): Row[] =>
		partner.subgraphs.length === 0
			? [{ partner, subgraph: undefined }]
			: partner.subgraphs.map((subgraph) => ({ partner, subgraph })),
	);

const isSuspended = ({ partner }: Row) => partner.status === "SUSPENDED";

/** Who is federated, with which subgraph, and how it fares. */
export function ListPanel() {
	const t = useWords();
	const query = useQuery(ask(PartnerListDocument, {}));
	const rows = useMemo(() => rowsOf(query.data?.data.partners ?? []), [query.data]);
	const columns = useMemo(
		(): Column<Row>[] => [
			{
				id: "partner",
				head: t("partners.partner"),
				width: 2,
				value: ({ partner }) => partner.name,
				cell: ({ partner: { id, name } }) => (
					<Link to={PATHS.partner} params={{ id }}>
						{name}
					</Link>
				),
			},
			{
				id: "subgraph",
				head: t("partners.subgraph"),
				width: 1.5,
				value: ({ subgraph }) => subgraph?.name,
				cell: ({ subgraph }) =>
					subgraph?.name ?? <span className="quiet">{t("partners.no-subgraph")}</span>,
			},
			{
				id: "serving",
				head: t("partners.serving"),
				width: 3,
				value: (row) => row.subgraph && servingOf(row.subgraph, isSuspended(row)),
				cell: (row) =>
					row.subgraph && <ServingMark subgraph={row.subgraph} isSuspended={isSuspended(row)} />,
			},
			{
				id: "versions",
				head: t("partners.versions"),
				numeric: true,
				value: ({ subgraph }) => subgraph?.versions.length,
			},
			{
				id: "registered",
				head: t("partners.registered"),
				width: 1.4,
				value: ({ partner }) => partner.registeredAt,
				cell: ({ partner }) => t.date(partner.registeredAt),
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
			title={t("partners.all")}
			actions={
				<TakeAlong
					file="partners"
					cells={cells}
					asked={{ document: PartnerListDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("partners.all")} query={query} height={160}>
				{() => (
					<Table
						caption={t("partners.all")}
						columns={columns}
						rows={rows}
						keyOf={({ partner, subgraph }) => `${partner.id} ${subgraph?.name ?? ""}`}
						empty={t("partners.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
