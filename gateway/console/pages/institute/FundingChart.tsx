import { useMemo } from "react";
import { InstituteFundingDocument } from "../../graphql/graphql.ts";
import { Chart } from "../../parts/Chart.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useWords } from "../../words/use-words.ts";
import { type Bar, fundingChart, heightOf } from "./funding-chart.ts";
import { type Commitment, comparable } from "./money.ts";
import { useCommitmentName } from "./use-commitment-name.ts";

/** The plan beside what other sources measure. */
export function FundingChart({ id, commitments }: { id: string; commitments: Commitment[] }) {
	const t = useWords();
	const isNarrow = useNarrow();
	const nameOf = useCommitmentName();
	const shown = comparable(commitments.filter(({ kind }) => kind !== "TOTAL"));
	const option = useMemo(() => {
		const bars: Bar[] = comparable(commitments.filter(({ kind }) => kind !== "TOTAL")).map(
			(one) => ({
				label: nameOf(one),
				amount: one.amount.amount,
				written: t.value(one.amount.amount, one.amount.currency),
				isFederal: one.kind === "FEDERAL",
				isPlan: one.accepted,
			}),
		);
		const says = {
			federal: t("profile.funding.FEDERAL"),
			nonFederal: t("profile.funding.NON_FEDERAL"),
		};
		return fundingChart(bars, says, isNarrow);
	}, [commitments, nameOf, isNarrow, t]);
	const cells = () => ({
		columns: ["measure", "kind", "plan", "amount", "currency", "as_of", "document"],
		rows: shown.map((one) => [
			nameOf(one),
			t(`profile.funding.${one.kind}`),
			t(one.accepted ? "profile.funding.is-plan" : "profile.funding.is-other"),
			one.amount.amount,
			one.amount.currency,
			one.asOfWords ?? one.asOf,
			one.source.document,
		]),
	});
	return (
		<Chart
			kind="series"
			label={t("profile.funding.chart", { count: shown.length })}
			option={option}
			height={heightOf(shown.length)}
			taken={{
				file: `${id}-funding`,
				cells,
				asked: { document: InstituteFundingDocument, variables: { id } },
			}}
		>
			<p className="quiet">{t("profile.funding.legend")}</p>
		</Chart>
	);
}
