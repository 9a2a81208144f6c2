import { InstituteEvaluationDocument, InstituteKeyFiguresDocument } from "../../graphql/graphql.ts";
import { Indicators } from "../../parts/Indicators.tsx";
import { KeyFigures } from "../../parts/KeyFigures.tsx";
import { servedBy } from "../../parts/served-filter.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useYear } from "../../parts/use-year.tsx";
import { useWords } from "../../words/use-words.ts";

type Props = { id: string; address: AddressView };

/** Key figures and evaluation of one year. */
export function YearPanels({ id, address }: Props) {
	const t = useWords();
	const { year, variables: ofYear, choiceOf } = useYear(address, servedBy("Institute", id).where);
	if (year === undefined) return null;
	const variables = { id, ...ofYear };
	return (
		<>
			<KeyFigures
				file={`${id}-key-figures-${year.year}`}
				asked={{ document: InstituteKeyFiguresDocument, variables }}
				rowsOf={({ institute }) => institute?.keyFigures ?? []}
				choice={choiceOf(t("profile.key-figures"))}
			/>
			<Indicators
				file={`${id}-evaluation-${year.year}`}
				asked={{ document: InstituteEvaluationDocument, variables }}
				rowsOf={({ institute }) => institute?.evaluation.indicators ?? []}
				choice={choiceOf(t("profile.evaluation"))}
			/>
		</>
	);
}
