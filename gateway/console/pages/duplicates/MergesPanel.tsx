import { useInfiniteQuery } from "@tanstack/react-query";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import type { Search } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import { MergeLine } from "./MergeLine.tsx";
import { askMerges } from "./questions.ts";

/** Merges that stand, the latest first, each to be undone. */
export function MergesPanel({ says }: { says: Search }) {
	const t = useWords();
	const query = useInfiniteQuery(askMerges(says));
	return (
		<Panel anchor="merged" title={t("duplicates.merges")} intro={t("duplicates.merges.intro")}>
			<PagedRows
				name={t("duplicates.merges")}
				query={query}
				pageOf={({ smeMerges }) => smeMerges}
				height={80}
			>
				{(merges) =>
					merges.length === 0 ? (
						<p className="quiet">{t("duplicates.merges.none")}</p>
					) : (
						<ul>
							{merges.map((merge) => (
								<li key={merge.merged.id}>
									<MergeLine merge={merge} />
								</li>
							))}
						</ul>
					)
				}
			</PagedRows>
		</Panel>
	);
}
