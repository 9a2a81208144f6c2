import { useMemo } from "react";
import type { ManufacturersQuery } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { sectorOf } from "../../parts/lists.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { NotAvailable, Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { COLUMNS } from "./address.ts";

type Row = ManufacturersQuery["smes"]["nodes"][number];

/** The columns of the directory of manufacturers. */
export function useManufacturerColumns(): Column<Row>[] {
	const t = useWords();
	return useMemo(() => {
		const notStated = <NotAvailable />;
		const stateOf = (state: string) => t.maybe(`state.${state}`, state);
		const columns: Array<Column<Row> & { id: (typeof COLUMNS)[number] }> = [
			{
				id: "name",
				head: t("trace.manufacturer"),
				width: 2.6,
				value: ({ name }) => name,
				cell: ({ id, name, synthetic }) => (
					<>
						<RecordLink type="Sme" id={id}>
							{name}
						</RecordLink>{" "}
						{synthetic && <Synthetic />}
					</>
				),
			},
			{
				id: "place",
				head: t("trace.state"),
				width: 1.8,
				value: ({ city, state }) => [state && stateOf(state), city].filter(Boolean).join(", "),
				cell: ({ city, state }) =>
					[city, state && stateOf(state)].filter(Boolean).join(", ") || notStated,
			},
			{
				id: "sector",
				head: t("manufacturers.industry"),
				width: 2,
				value: ({ naics }) => naics,
				cell({ naics }) {
					const sector = naics && sectorOf(naics);
					if (!naics) return notStated;
					return (
						<>
							{naics} {sector && <span className="quiet">{t(`sector.${sector}`)}</span>}
						</>
					);
				},
			},
			{
				id: "employees",
				head: t("manufacturers.employees"),
				numeric: true,
				value: ({ employees }) => employees,
				cell: ({ employees }) => (employees === null ? notStated : t.number(employees)),
			},
			{
				id: "size",
				head: t("manufacturers.size"),
				width: 1.4,
				value: ({ isSmall }) => (isSmall === null ? null : isSmall ? "small" : "large"),
				cell: ({ isSmall }) =>
					isSmall === null
						? notStated
						: t(isSmall ? "manufacturers.size.small" : "manufacturers.size.large"),
			},
		];
		return columns;
	}, [t]);
}
