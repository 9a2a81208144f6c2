import { useQuery } from "@tanstack/react-query";
import { TraceSumsDocument } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { ServedSums, sumsAsCells } from "../../parts/ServedSums.tsx";
import { sumsOf } from "../../parts/served.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import type { View } from "./view.ts";

const HOW = {
	manufacturers: "trace.how.manufacturers",
	services: "trace.how.services",
} as const;

/** How many manufacturers and services the sentence means, by kind, with what is reported to have come of it. */
export function SumsPanel({ view }: { view: View }) {
	const t = useWords();
	const query = useQuery(sumsOf(view.where));
	const asked = { document: TraceSumsDocument, variables: { where: view.where } };
	const cells = () => sumsAsCells(query.data?.data.traceTotals ?? []);
	return (
		<Panel
			title={t("trace.sums")}
			actions={<TakeAlong file="trace-totals" cells={cells} asked={asked} />}
		>
			<Answered name={t("trace.sums")} query={query} height={240}>
				{(answer) => <ServedSums answer={answer} asked={asked} how={HOW} />}
			</Answered>
		</Panel>
	);
}
