import { useMemo } from "react";
import { type FigureFieldsFragment, InstituteMembersDocument } from "../../graphql/graphql.ts";
import { Chart } from "../../parts/Chart.tsx";
import { useWords } from "../../words/use-words.ts";
import { membersChart } from "./members-chart.ts";

/** The number of members over time. */
export function MembersChart({ id, history }: { id: string; history: FigureFieldsFragment[] }) {
	const t = useWords();
	const option = useMemo(() => {
		const counts = history.flatMap(({ value, asOf, asOfWords }) =>
			typeof value === "number"
				? [{ date: asOf ? t.date(asOf) : (asOfWords ?? ""), value, written: t.number(value) }]
				: [],
		);
		return membersChart(counts);
	}, [history, t]);
	const cells = () => ({
		columns: ["as_of", "members", "document"],
		rows: history.map(({ asOf, asOfWords, value, source }) => [
			asOf ?? asOfWords,
			value,
			source.document,
		]),
	});
	return (
		<Chart
			kind="series"
			label={t("profile.members.chart", { count: history.length })}
			option={option}
			height={200}
			taken={{
				file: `${id}-members`,
				cells,
				asked: { document: InstituteMembersDocument, variables: { id } },
			}}
		/>
	);
}
