import { useMemo } from "react";
import type { TraceFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import type { Column } from "./columns.ts";
import { KindMark } from "./KindMark.tsx";
import { RecordLink } from "./RecordLink.tsx";
import { NotAvailable, Synthetic } from "./Status.tsx";

type Row = TraceFieldsFragment;

function Provider({ row: { center, institute } }: { row: Row }) {
	return (
		<>
			{center && (
				<RecordLink type="MepCenter" id={center.id}>
					{center.name}
				</RecordLink>
			)}
			{center && institute && ", "}
			{institute && (
				<RecordLink type="Institute" id={institute.id}>
					{institute.name}
				</RecordLink>
			)}
		</>
	);
}

/** The columns of traces; hours and people only where some row has them. */
export function useTraceColumns(rows: readonly Row[]): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const columns: Column<Row>[] = [
			{
				id: "manufacturer",
				head: t("record.manufacturer"),
				width: 2.4,
				value: ({ sme }) => sme.name,
				cell: ({ sme }) => (
					<>
						<RecordLink type="Sme" id={sme.id}>
							{sme.name}
						</RecordLink>{" "}
						{sme.synthetic && <Synthetic />}
					</>
				),
			},
			{
				id: "state",
				head: t("record.place"),
				value: ({ sme }) => sme.state,
				cell: ({ sme }) =>
					sme.state ? (
						`${sme.city ? `${sme.city}, ` : ""}${sme.state.slice(3)}`
					) : (
						<NotAvailable reason={t("record.not-stated")} />
					),
				width: 1.4,
			},
			{
				id: "kind",
				head: t("record.kind"),
				width: 1.8,
				value: ({ kind }) => kind,
				cell: ({ kind }) => <KindMark kind={kind} />,
			},
			{
				id: "provider",
				head: t("record.provider"),
				width: 2.4,
				value: ({ center, institute }) =>
					[center?.name, institute?.name].filter(Boolean).join(", "),
				cell: (row) => <Provider row={row} />,
			},
			{
				id: "first",
				head: t("record.first"),
				value: ({ firstOn }) => firstOn,
				cell: ({ firstOn }) =>
					firstOn ? t.date(firstOn) : <NotAvailable reason={t("record.no-date")} />,
				width: 1.2,
			},
			{
				id: "last",
				head: t("record.last"),
				value: ({ lastOn }) => lastOn,
				cell: ({ lastOn, firstOn }) => (lastOn && lastOn !== firstOn ? t.date(lastOn) : null),
				width: 1.2,
			},
			{
				id: "services",
				head: t("record.services"),
				numeric: true,
				value: ({ engagementCount }) => engagementCount,
				width: 0.8,
			},
		];
		if (rows.some(({ peopleTrained }) => peopleTrained !== null))
			columns.push({
				id: "people_trained",
				head: t("record.people-trained"),
				numeric: true,
				value: ({ peopleTrained }) => peopleTrained,
			});
		if (rows.some(({ hours }) => hours !== null))
			columns.push({
				id: "hours",
				head: t("record.hours"),
				numeric: true,
				value: ({ hours }) => hours,
			});
		return columns;
	}, [rows, t]);
}
