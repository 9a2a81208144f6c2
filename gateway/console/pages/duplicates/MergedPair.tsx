import { useQuery } from "@tanstack/react-query";
import { SmeMergesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import form from "../../parts/WorkForm.module.css";
import { useWords } from "../../words/use-words.ts";
import type { Side } from "./compare.ts";
import { MergeLine } from "./MergeLine.tsx";

type Props = { ids: readonly string[]; kept: Side };

/** Says that two are one now, and undoes it in the same place. */
export function MergedPair({ ids, kept }: Props) {
	const t = useWords();
	const query = useQuery(ask(SmeMergesDocument, { where: { smeIds: [...ids] }, first: 20 }));
	return (
		<>
			<div className={form.done} role="status">
				<p>{t("duplicates.merged", { name: kept.name })}</p>
				<p className="quiet">
					{t("duplicates.merged.has", {
						services: kept.engagements.totalCount,
						outcomes: kept.outcomes.length,
						memberships: kept.memberships.totalCount,
					})}
				</p>
			</div>
			<Answered name={t("duplicates.merges")} query={query} height={160}>
				{({ smeMerges }) => {
					// Of all that were merged into it, the two that are compared here.
					const these = smeMerges.nodes.filter(({ merged }) => ids.includes(merged.id));
					return these.map((merge) => <MergeLine key={merge.merged.id} merge={merge} isOpen />);
				}}
			</Answered>
		</>
	);
}
