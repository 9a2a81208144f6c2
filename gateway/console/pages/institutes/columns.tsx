import { useMemo } from "react";
import type { InstituteDirectoryQuery } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { Figure } from "../../parts/Figure.tsx";
import { nameText, placeText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { COLUMNS } from "./address.ts";

type Row = InstituteDirectoryQuery["institutes"]["nodes"][number];

/** The columns of the directory of institutes. */
export function useInstituteColumns(): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const columns: Array<Column<Row> & { id: (typeof COLUMNS)[number] }> = [
			{
				id: "name",
				head: t("profile.name"),
				width: 2.2,
				value: (row) => nameText(t, row),
				cell: (row) => (
					<>
						<RecordLink type="Institute" id={row.id}>
							{nameText(t, row)}
						</RecordLink>
						{row.nativeName && (
							<div className="quiet" lang={t.language === "zh" ? "en" : "zh-Hans"}>
								{t.language === "zh" ? row.name : row.nativeName}
							</div>
						)}
					</>
				),
			},
			{
				id: "technology",
				head: t("profile.technology-area"),
				width: 2,
				value: ({ technologyArea, nativeTechnologyArea }) =>
					(t.language === "zh" && nativeTechnologyArea) || technologyArea,
			},
			{
				id: "sponsor",
				head: t("profile.sponsor"),
				width: 1.2,
				value: ({ sponsor }) => sponsor && t.maybe(`agency.${sponsor.id}`, sponsor.name),
				cell: ({ sponsor }) =>
					sponsor ? (
						t.maybe(`agency.${sponsor.id}`, sponsor.name)
					) : (
						<NotAvailable reason={t("profile.no-source")} />
					),
			},
			{
				id: "place",
				head: t("profile.place"),
				width: 1.6,
				value: ({ headquarters }) => placeText(t, headquarters),
			},
			{
				id: "networks",
				head: t("profile.networks"),
				width: 2,
				value: ({ networks }) => networks.map((network) => nameText(t, network)).join("; "),
				cell: ({ networks }) =>
					networks.map((network, index) => (
						<span key={network.id}>
							{index > 0 && "; "}
							<RecordLink type="Network" id={network.id}>
								{nameText(t, network)}
							</RecordLink>
						</span>
					)),
			},
			{
				id: "members",
				head: t("property.members"),
				numeric: true,
				width: 1.1,
				value: ({ members }) => members.latest?.value,
				cell: ({ name, members: { latest } }) =>
					latest ? (
						<Figure of={latest} name={t("profile.members-of", { name })} />
					) : (
						<NotAvailable reason={t("profile.no-source")} />
					),
			},
		];
		return columns;
	}, [t]);
}
