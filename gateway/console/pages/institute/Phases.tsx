import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { InstitutePhasesDocument, type PhaseFieldsFragment } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { type Column, cellsOf } from "../../parts/columns.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { phasesOf } from "./money.ts";

type Row = { year: number; phase: PhaseFieldsFragment };
type Props = { id: string; years: number[]; planYears: number | null };

/** What may be funded in each year of the program, against the planned years. */
export function Phases({ id, years, planYears }: Props) {
	const t = useWords();
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0] = years;
	const variables = { id, a, b, c, d, e, f, g, h, i, j };
	const query = useQuery(ask(InstitutePhasesDocument, variables));
	const told = query.data?.data.institute?.funding;
	const phases = told
		? [told.a, told.b, told.c, told.d, told.e, told.f, told.g, told.h, told.i, told.j]
		: [];
	const rows = phasesOf(years, phases);
	const columns = useMemo(
		(): Column<Row>[] => [
			{
				id: "fiscal_year",
				head: t("source.fiscal-year"),
				width: 0.8,
				value: ({ year }) => String(year),
			},
			{
				id: "program_year",
				head: t("profile.phases.program-year"),
				width: 0.8,
				value: ({ phase }) => phase.programYear,
			},
			{
				id: "funds",
				head: t("profile.phases.funds"),
				width: 3,
				value: ({ phase }) => phase.funds.join("; "),
				cell: ({ year, phase }) => (
					<Sourced name={t("profile.phases.of", { year: String(year) })} source={phase.source}>
						{phase.funds.map((fund) => t.maybe(`profile.fund.${fund}`, fund)).join("; ")}
					</Sourced>
				),
			},
			{
				id: "plan",
				head: t("profile.phases.plan"),
				width: 1.4,
				value: ({ phase: { withinPlan } }) =>
					t(`profile.phases.within.${withinPlan === null ? "unknown" : withinPlan ? "yes" : "no"}`),
			},
		],
		[t],
	);
	return (
		<>
			<Subhead title={t("profile.phases")}>
				<TakeAlong
					file={`${id}-phases`}
					cells={() => cellsOf(columns, rows)}
					asked={{ document: InstitutePhasesDocument, variables }}
				/>
			</Subhead>
			{planYears !== null && <p>{t("profile.plan-years", { count: planYears })}</p>}
			<Answered name={t("profile.phases")} query={query} height={300}>
				{() => (
					<Table
						caption={t("profile.phases")}
						columns={columns}
						rows={rows}
						keyOf={({ year }) => String(year)}
						empty={t("profile.phases.none")}
					/>
				)}
			</Answered>
		</>
	);
}
