import { Answered } from "../../parts/Answered.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { useWords } from "../../words/use-words.ts";
import { AllCells } from "./AllCells.tsx";
import type { Address, Stray } from "./address.ts";
import { Comparison } from "./Comparison.tsx";
import { Downloads } from "./Downloads.tsx";
import { FiguresTable } from "./FiguresTable.tsx";
import { Methods } from "./Methods.tsx";
import { Multiples } from "./Multiples.tsx";
import { ReleaseFacts } from "./ReleaseFacts.tsx";
import { Releases } from "./Releases.tsx";
import { Sentence } from "./Sentence.tsx";
import { useAddress, useStatistics } from "./use-statistics.ts";

/** The address without what is not understood. */
function tidied(address: Address, strays: readonly Stray[]): Address {
	const next = { ...address };
	for (const { name, value } of strays) {
		const key = name as keyof Address;
		const rest = (next[key] ?? "").split(",").filter((one) => one !== value);
		next[key] = rest.join(",") || undefined;
	}
	return next;
}

/** The released tables: as small multiples and as tables, two side by side, their methods, and all as files. */
export function StatisticsPage() {
	const t = useWords();
	const { address, strays, go, change } = useAddress();
	const { releases, nodes, place, query, shown } = useStatistics(address);
	const all = [...strays, ...(place?.strays ?? []), ...(shown?.view.strays ?? [])];
	return (
		<>
			<NotUnderstood notUnderstood={all} tidy={() => go(tidied(address, all))} />
			<Sentence place={place} releases={nodes ?? []} shown={shown} change={change} />
			<Answered name={t("statistics.releases")} query={releases} height={120}>
				{() =>
					place ? (
						<>
							<ReleaseFacts place={place} />
							<Answered name={t("statistics.the-table")} query={query} height={800}>
								{() =>
									shown && (
										<>
											<Multiples shown={shown} change={change} />
											<Comparison shown={shown} change={change} />
											<FiguresTable shown={shown} />
											<AllCells shown={shown} change={change} />
											<Methods shown={shown} />
										</>
									)
								}
							</Answered>
							<Downloads place={place} />
							<Releases releases={nodes ?? []} place={place} address={address} />
						</>
					) : (
						<p className="quiet">{t("statistics.none")}</p>
					)
				}
			</Answered>
		</>
	);
}
