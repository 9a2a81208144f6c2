import { useMemo } from "react";
import type { CenterAwardsQuery } from "../../graphql/graphql.ts";
import type { Column } from "../../parts/columns.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";

type Award = NonNullable<CenterAwardsQuery["mepCenter"]>["awards"][number];

/** The columns of awards: year, amount, what it covers. */
export function useAwardColumns(): Column<Award>[] {
	const t = useWords();
	return useMemo(
		() => [
			{
				id: "fiscal_year",
				head: t("source.fiscal-year"),
				value: ({ fiscalYear }) => fiscalYear && String(fiscalYear),
				cell: ({ fiscalYear }) => fiscalYear ?? <NotAvailable reason={t("profile.no-source")} />,
			},
			{
				id: "amount",
				head: t("profile.funding.amount"),
				numeric: true,
				value: ({ amount }) => amount.amount,
				cell: ({ amount, source, period }) => (
					<Sourced
						name={t("centers.awards")}
						source={source}
						told={[[t("centers.award.period"), period]]}
					>
						{t.value(amount.amount, amount.currency)}
					</Sourced>
				),
			},
			{
				id: "coverage",
				head: t("centers.award.coverage"),
				width: 1.6,
				value: ({ coverage }) => t(`centers.coverage.${coverage}`),
			},
			{
				id: "period",
				head: t("centers.award.period"),
				width: 2.4,
				value: ({ period }) => period,
				cell: ({ period }) => period ?? <NotAvailable reason={t("profile.no-source")} />,
			},
		],
		[t],
	);
}
