import { useInfiniteQuery } from "@tanstack/react-query";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import type { Search } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import { DistinctLine } from "./DistinctLine.tsx";
import look from "./Duplicates.module.css";
import { PairName } from "./PairName.tsx";
import { askDistinct } from "./questions.ts";

/** Pairs that somebody declared not to be the same, each to be taken back. */
export function DistinctPanel({ says }: { says: Search }) {
	const t = useWords();
	const query = useInfiniteQuery(askDistinct(says));
	return (
		<Panel
			anchor="distinct"
			title={t("duplicates.distinct")}
			intro={t("duplicates.distinct.intro")}
		>
			<PagedRows
				name={t("duplicates.distinct")}
				query={query}
				pageOf={({ duplicatePairs }) => duplicatePairs}
				height={80}
			>
				{(pairs) =>
					pairs.length === 0 ? (
						<p className="quiet">{t("duplicates.distinct.none")}</p>
					) : (
						<ul>
							{pairs.map(
								({ smes, distinct }) =>
									distinct && (
										<li key={smes.map(({ id }) => id).join(" ")} className={look.merge}>
											{smes.map((sme) => (
												<PairName key={sme.id} sme={sme} />
											))}
											<DistinctLine ids={smes.map(({ id }) => id)} mark={distinct} />
										</li>
									),
							)}
						</ul>
					)
				}
			</PagedRows>
		</Panel>
	);
}
