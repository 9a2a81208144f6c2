import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { PartnerGrantsDocument, type PartnerGrantsQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import type { Column } from "../../parts/columns.ts";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { grantState } from "./grants.ts";

type Grant = PartnerGrantsQuery["grants"][number];

/** What partners may use beyond fields of their own, who granted what for, and until when. */
export function GrantsPanel({ partnerId }: { partnerId?: string }) {
	const t = useWords();
	const variables = partnerId ? { partnerId } : {};
	const query = useQuery(ask(PartnerGrantsDocument, variables));
	const rows = query.data?.data.grants ?? [];
	const columns = useMemo((): Column<Grant>[] => {
		const state = (grant: Grant) => grantState(grant, new Date().toISOString());
		const about = ({ type, field }: Grant) => (field ? `${type}.${field}` : type);
		return [
			{ id: "about", head: t("partners.grant.about"), width: 1.5, value: about },
			{
				id: "kind",
				head: t("partners.grant.kind"),
				width: 2,
				value: ({ kind }) => kind,
				cell: ({ kind }) => t(`partners.grant.kind.${kind}`),
			},
			{
				id: "partner",
				head: t("partners.partner"),
				width: 1.3,
				value: (grant) => grant.partnerId,
				cell: ({ partnerId: id }) => (
					<Link to={PATHS.partner} params={{ id }}>
						{id}
					</Link>
				),
			},
			{
				id: "purpose",
				head: t("partners.grant.purpose"),
				width: 2,
				value: ({ purpose }) => purpose,
			},
			{ id: "consumer", head: t("partners.consumer"), value: ({ consumer }) => consumer },
			{
				id: "granted",
				head: t("partners.grant.granted"),
				width: 1.2,
				value: ({ grantedAt }) => grantedAt,
				cell: ({ grantedAt }) => t.date(grantedAt),
			},
			{
				id: "ends",
				head: t("partners.grant.state"),
				width: 1.6,
				value: state,
				cell: (grant) =>
					t(`partners.grant.state.${state(grant)}`, {
						date: t.date(grant.revokedAt ?? grant.expiresAt ?? grant.grantedAt),
					}),
			},
		];
	}, [t]);
	const cells = () => ({
		columns: columns.map(({ id }) => id),
		rows: rows.map((row) => columns.map(({ value }) => value(row))),
	});
	return (
		<Panel
			title={t("partners.grants")}
			intro={t("partners.grants.intro")}
			actions={
				<TakeAlong
					file="grants"
					cells={cells}
					asked={{ document: PartnerGrantsDocument, variables }}
				/>
			}
		>
			<Answered name={t("partners.grants")} query={query} height={120}>
				{() => (
					<Table
						caption={t("partners.grants")}
						columns={columns}
						rows={rows}
						keyOf={({ id }) => id}
						empty={t("partners.grants.none")}
					/>
				)}
			</Answered>
		</Panel>
	);
}
