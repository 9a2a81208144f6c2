import { CenterKeyFiguresDocument } from "../../graphql/graphql.ts";
import { KeyFigures } from "../../parts/KeyFigures.tsx";
import { servedBy } from "../../parts/served-filter.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useYear } from "../../parts/use-year.tsx";
import { useWords } from "../../words/use-words.ts";

/** The center's key figures of one year. */
export function YearPanel({ id, address }: { id: string; address: AddressView }) {
	const t = useWords();
	const { year, variables: ofYear, choiceOf } = useYear(address, servedBy("MepCenter", id).where);
	if (year === undefined) return null;
	return (
		<KeyFigures
			file={`${id}-key-figures-${year.year}`}
			asked={{ document: CenterKeyFiguresDocument, variables: { id, ...ofYear } }}
			rowsOf={({ mepCenter }) => mepCenter?.keyFigures ?? []}
			choice={choiceOf(t("profile.key-figures"))}
		/>
	);
}
