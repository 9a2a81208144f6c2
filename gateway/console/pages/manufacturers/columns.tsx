import { useMemo } from "react";
import type { ManufacturersQuery } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { sectorOf } from "../../parts/lists.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { NotAvailable, Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { COLUMNS } from "./address.ts";

export type Row = ManufacturersQuery["smes"]["nodes"][number];

/** The columns of the directory of manufacturers; industry, employees and size only where some row has them. */
export function useManufacturerColumns(rows: readonly Row[]): Column<Row>[] {
	const t = useWords();
	const hasSectors = rows.some(({ naics }) => naics !== null);
	const hasEmployees = rows.some(({ employees }) => employees !== null);
	const hasSizes = rows.some(({ isSmall }) => isSmall !== null);
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
				id: "services",
				head: t("trace.services"),
				numeric: true,
				width: 0.8,
				value: ({ engagements }) => engagements.totalCount,
			},
			{
				id: "latest",
				head: t("manufacturers.latest"),
				width: 1.2,
				value: ({ engagements }) => engagements.nodes[0]?.startedOn,
				cell({ engagements: { nodes } }) {
					const [latest] = nodes;
					if (!latest?.startedOn) return <NotAvailable />;
					return <EngagementLink id={latest.id}>{t.date(latest.startedOn)}</EngagementLink>;
				},
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
		const isEmpty: Partial<Record<string, boolean>> = {
			sector: !hasSectors,
			employees: !hasEmployees,
			size: !hasSizes,
		};
		return columns.filter(({ id }) => !isEmpty[id]);
	}, [t, hasSectors, hasEmployees, hasSizes]);
}
