import type { OutcomeFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { ChangesFold } from "./ChangesFold.tsx";
import { periodOf } from "./engagement-words.ts";

/** The changes of each of some outcomes. */
export function OutcomeChanges({ outcomes }: { outcomes: readonly OutcomeFieldsFragment[] }) {
	const t = useWords();
	return outcomes.map(({ id, windowStart, windowEnd }) => {
		const period = periodOf(t, windowStart, windowEnd);
		const title = period ? t("changes.of-outcome", { period }) : undefined;
		return <ChangesFold key={id} id={id} title={title} />;
	});
}
