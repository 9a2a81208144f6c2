import { useCallback } from "react";
import { propertyName } from "../../parts/Figure.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Commitment } from "./money.ts";

/** What an amount measures, and for when, in words. */
export function useCommitmentName() {
	const t = useWords();
	return useCallback(
		({ property, period, asOf, asOfWords }: Commitment) => {
			const when = period ?? asOfWords ?? (asOf && t.date(asOf));
			const name = propertyName(t, property);
			if (!when) return name;
			return period ? `${name}, ${when}` : t("profile.funding.as-of", { name, when });
		},
		[t],
	);
}
