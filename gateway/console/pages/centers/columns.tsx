import { useMemo } from "react";
import type { CenterDirectoryQuery } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { COLUMNS } from "./address.ts";

type Row = CenterDirectoryQuery["mepCenters"]["nodes"][number];

/** The columns of the directory of MEP centers. */
export function useCenterColumns(): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const absent = <NotAvailable reason={t("profile.no-source")} />;
		const columns: Array<Column<Row> & { id: (typeof COLUMNS)[number] }> = [
			{
				id: "name",
				head: t("profile.name"),
				width: 2.4,
				value: ({ name }) => name,
				cell: ({ id, name }) => (
					<RecordLink type="MepCenter" id={id}>
						{name}
					</RecordLink>
				),
			},
			{
				id: "state",
				head: t("profile.state"),
				width: 1.2,
				value: ({ state }) => t.maybe(`state.${state}`, state),
			},
			{
				id: "city",
				head: t("profile.city"),
				width: 1.2,
				value: ({ city }) => city,
				cell: ({ city }) => city ?? absent,
			},
			{
				id: "host",
				head: t("profile.host"),
				width: 2.2,
				value: ({ hostOrganization }) => hostOrganization,
				cell: ({ hostOrganization, name, source, asOf }) =>
					hostOrganization ? (
						<Sourced
							name={t("profile.host-of", { name })}
							source={source}
							told={[[t("source.as-of"), asOf && t.date(asOf)]]}
						>
							{hostOrganization}
						</Sourced>
					) : (
						absent
					),
			},
			{
				id: "kind",
				head: t("profile.host-kind"),
				width: 1.2,
				value: ({ hostKind }) => hostKind && t(`profile.host.${hostKind}`),
				cell: ({ hostKind }) =>
					hostKind ? (
						t(`profile.host.${hostKind}`)
					) : (
						<NotAvailable reason={t("profile.host.unknown")} />
					),
			},
		];
		return columns;
	}, [t]);
}
