import { useMemo } from "react";
import type { TraceRowsQuery } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import type { Column } from "./columns.ts";
import { KindMark } from "./KindMark.tsx";
import { RecordLink } from "./RecordLink.tsx";
import { NotAvailable, Synthetic } from "./Status.tsx";

export type ServedRow = TraceRowsQuery["trace"]["nodes"][number];

function Provider({ row: { center, institute } }: { row: ServedRow }) {
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

/** The columns of the trace; hours and people only where some row has them. */
export function useServedColumns(rows: readonly ServedRow[]): Column<ServedRow>[] {
	const t = useWords();
	return useMemo(() => {
		const columns: Column<ServedRow>[] = [
			{
				id: "manufacturer",
				head: t("trace.manufacturer"),
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
				head: t("trace.state"),
				value: ({ sme }) => sme.state,
				cell: ({ sme }) =>
					sme.state ? (
						`${sme.city ? `${sme.city}, ` : ""}${sme.state.slice(3)}`
					) : (
						<NotAvailable reason={t("trace.not-stated")} />
					),
				width: 1.4,
			},
			{
				id: "kind",
				head: t("trace.kind"),
				width: 1.8,
				value: ({ kind }) => kind,
				cell: ({ kind }) => <KindMark kind={kind} />,
			},
			{
				id: "provider",
				head: t("trace.provider"),
				width: 2.4,
				value: ({ center, institute }) =>
					[center?.name, institute?.name].filter(Boolean).join(", "),
				cell: (row) => <Provider row={row} />,
			},
			{
				id: "first",
				head: t("trace.first"),
				value: ({ firstOn }) => firstOn,
				cell: ({ firstOn }) =>
					firstOn ? t.date(firstOn) : <NotAvailable reason={t("trace.no-date")} />,
				width: 1.2,
			},
			{
				id: "last",
				head: t("trace.last"),
				value: ({ lastOn }) => lastOn,
				cell: ({ lastOn, firstOn }) => (lastOn && lastOn !== firstOn ? t.date(lastOn) : null),
				width: 1.2,
			},
			{
				id: "services",
				head: t("trace.services"),
				numeric: true,
				value: ({ engagementCount }) => engagementCount,
				width: 0.8,
			},
		];
		if (rows.some(({ peopleTrained }) => peopleTrained !== null))
			columns.push({
				id: "people_trained",
				head: t("trace.people-trained"),
				numeric: true,
				value: ({ peopleTrained }) => peopleTrained,
			});
		if (rows.some(({ hours }) => hours !== null))
			columns.push({
				id: "hours",
				head: t("trace.hours-used"),
				numeric: true,
				value: ({ hours }) => hours,
			});
		return columns;
	}, [rows, t]);
}
