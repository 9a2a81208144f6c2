import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import type { Search } from "../../parts/view-address.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Duplicates.module.css";
import { PairName } from "./PairName.tsx";
import { askLikely, type Pair } from "./questions.ts";

function PairLine({ pair, says }: { pair: Pair; says: Search }) {
	const t = useWords();
	const [one, other] = pair.smes;
	if (!one || !other) return null;
	return (
		<li className={look.pair}>
			<div>
				<PairName sme={one} />
				<PairName sme={other} />
				<p className="quiet">
					{t("duplicates.likely", { percent: Math.round((pair.score ?? 0) * 100) })}{" "}
					{pair.reasons.join("; ")}
				</p>
			</div>
			<Link
				to={PATHS.duplicates}
				search={{ ...says, one: one.id, other: other.id }}
				className="action"
			>
				{t("duplicates.compare")}{" "}
				<span className="unseen">
					{t("duplicates.compare.two", { one: one.name, other: other.name })}
				</span>
			</Link>
		</li>
	);
}

/** The pairs that may be the same, the likeliest first. */
export function LikelyPanel({ says }: { says: Search }) {
	const t = useWords();
	const query = useInfiniteQuery(askLikely(says));
	return (
		<Panel title={t("duplicates.pairs")} intro={t("duplicates.pairs.intro")}>
			<PagedRows
				name={t("duplicates.pairs")}
				query={query}
				pageOf={({ duplicatePairs }) => duplicatePairs}
				height={400}
			>
				{(pairs, total) =>
					pairs.length === 0 ? (
						<p className="quiet">
							{t(says.sme || says.state ? "duplicates.pairs.none-here" : "duplicates.pairs.none")}
						</p>
					) : (
						<>
							<p className="quiet">{t("duplicates.pairs.count", { count: total })}</p>
							<ul>
								{pairs.map((pair) => (
									<PairLine key={pair.smes.map(({ id }) => id).join(" ")} pair={pair} says={says} />
								))}
							</ul>
						</>
					)
				}
			</PagedRows>
		</Panel>
	);
}
