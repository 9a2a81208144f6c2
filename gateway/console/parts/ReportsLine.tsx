import type { KeyFigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";

type Counts = readonly KeyFigureFieldsFragment["verification"][number][];

/** How well the outcome reports behind a figure were checked; nothing where it rests on none. It says words of `trace` and `profile`. */
export function ReportsLine({ counts }: { counts: Counts }) {
	const t = useWords();
	if (counts.length === 0) return null;
	const said = counts.map(({ reports, verification }) =>
		t("profile.report-count", {
			count: reports,
			verification: t(`trace.verification.${verification}`),
		}),
	);
	return <div>{said.join("; ")}</div>;
}
