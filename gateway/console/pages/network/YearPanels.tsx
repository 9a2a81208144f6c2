import { useQuery } from "@tanstack/react-query";
import {
	NetworkEvaluationDocument,
	NetworkKeyFiguresDocument,
	NetworkMetricsDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Indicators } from "../../parts/Indicators.tsx";
import { KeyFigures } from "../../parts/KeyFigures.tsx";
import type { AddressView } from "../../parts/use-address.ts";
import { useYear } from "../../parts/use-year.tsx";
import { useWords } from "../../words/use-words.ts";
import { servedByNetwork } from "./kind.ts";

/** Evaluation and key figures of one year. */
export function YearPanels({ id, address }: { id: string; address: AddressView }) {
	const t = useWords();
	const metrics = useQuery(ask(NetworkMetricsDocument, { id }));
	const known = (metrics.data?.data.network?.metrics ?? []).flatMap(
		({ fiscalYear }) => fiscalYear ?? [],
	);
	const { year, variables: ofYear, choiceOf } = useYear(address, servedByNetwork(id).where, known);
	if (year === undefined || metrics.isPending) return null;
	const variables = { id, ...ofYear };
	return (
		<>
			<Indicators
				file={`${id}-evaluation-${year.year}`}
				asked={{ document: NetworkEvaluationDocument, variables }}
				rowsOf={({ network }) => network?.evaluation.indicators ?? []}
				choice={choiceOf(t("profile.evaluation"))}
			/>
			<KeyFigures
				file={`${id}-key-figures-${year.year}`}
				asked={{ document: NetworkKeyFiguresDocument, variables }}
				rowsOf={({ network }) => network?.keyFigures ?? []}
				choice={choiceOf(t("profile.key-figures"))}
			/>
		</>
	);
}
