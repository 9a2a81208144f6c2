import { useMemo } from "react";
import type { FigureFieldsFragment } from "../../graphql/graphql.ts";
import type { RecordType } from "../../parts/addresses.ts";
import type { Column } from "../../parts/columns.ts";
import { Figure, propertyName } from "../../parts/Figure.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./figure-columns.module.css";

export type Row = FigureFieldsFragment;

const yearOf = ({ fiscalYear, asOf }: Row) => (fiscalYear ? String(fiscalYear) : asOf);

/** The columns of figures; `names` are those of what they are of, by id. */
export function useColumns(names: ReadonlyMap<string, string>): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const subject = ({ subjectId }: Row) => names.get(subjectId) ?? subjectId;
		const about = ({ number, party, period }: Row) =>
			[number && t("figures.number", { number }), party, period].filter(Boolean).join(", ");
		const columns: Column<Row>[] = [
			{
				id: "subject",
				head: t("figures.subject"),
				width: 1.7,
				value: subject,
				cell: (row) => (
					<RecordLink type={row.subjectType as RecordType} id={row.subjectId}>
						{subject(row)}
					</RecordLink>
				),
			},
			{
				id: "figure",
				head: t("figures.property"),
				width: 1.9,
				value: ({ property }) => propertyName(t, property),
				cell: (row) => (
					<span>
						{propertyName(t, row.property)} <span className="quiet">{about(row)}</span>
					</span>
				),
			},
			{
				id: "value",
				head: t("figures.value"),
				width: 2.4,
				value: ({ value, text, nativeText }) =>
					value ?? ((t.language === "zh" && nativeText) || text || nativeText),
				cell: (row) => (
					<div className={look.words}>
						<Figure of={row} name={`${subject(row)}: ${propertyName(t, row.property)}`} />
					</div>
				),
			},
			{
				id: "year",
				head: t("figures.year"),
				width: 1,
				value: yearOf,
				cell: (row) => {
					const year = yearOf(row);
					return year ? t.date(year) : <span className="quiet">{t("figures.no-date")}</span>;
				},
			},
			{
				id: "document",
				head: t("figures.document"),
				width: 2.8,
				value: ({ source }) => source.document,
				cell: ({ source: { document, section } }) => (
					<span className={look.document}>
						{document}
						{section && `, ${section}`}
					</span>
				),
			},
			{
				id: "accepted",
				head: t("figures.accepted"),
				width: 2.5,
				value: ({ accepted }) => (accepted ? 1 : 0),
				cell: ({ accepted, reason }) => (
					<span className={accepted ? undefined : look.other}>
						{t(accepted ? "figures.accepted.true" : "figures.accepted.false")}
						{reason && (
							<span className="quiet" lang="en">
								{" "}
								{reason}
							</span>
						)}
					</span>
				),
			},
		];
		return columns;
	}, [names, t]);
}

/** What CSV gets of figures. */
export const cellsOf = (rows: readonly Row[]) => ({
	columns: [
		"id",
		"subject_type",
		"subject_id",
		"property",
		"number",
		"fiscal_year",
		"as_of",
		"value",
		"unit",
		"text",
		"native_text",
		"as_printed",
		"party",
		"period",
		"accepted",
		"reason",
		"doubts",
		"source_document",
		"source_section",
		"source_url",
	],
	rows: rows.map((row) => [
		row.id,
		row.subjectType,
		row.subjectId,
		row.property,
		row.number,
		row.fiscalYear,
		row.asOf,
		row.value,
		row.unit,
		row.text,
		row.nativeText,
		row.asPrinted,
		row.party,
		row.period,
		String(row.accepted),
		row.reason,
		row.doubts.map(({ id }) => id).join(" "),
		row.source.document,
		row.source.section,
		row.source.url,
	]),
});
