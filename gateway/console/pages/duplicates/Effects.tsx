import { useWords } from "../../words/use-words.ts";
import { countOf, factOf, lostFacts, RECORDS, type Side } from "./compare.ts";
import look from "./Duplicates.module.css";

/** What merging one into the other does: what holds, what is no longer shown, and what moves. */
export function Effects({ kept, merged }: { kept: Side; merged: Side }) {
	const t = useWords();
	const lost = lostFacts(t, kept, merged);
	const moves = RECORDS.map((record) => ({ record, count: countOf(merged, record) }));
	return (
		<section className={look.effects} aria-live="polite">
			<h3>{t("duplicates.effects", { merged: merged.name, kept: kept.name })}</h3>
			<ul>
				<li>{t("duplicates.effects.kept", { kept: kept.name })}</li>
				{lost.length > 0 && (
					<li>
						{t("duplicates.effects.lost", { merged: merged.name })}
						<ul>
							{lost.map((fact) => (
								<li key={fact}>
									{t(`duplicates.fact.${fact}`)}: {factOf(t, merged, fact)}
								</li>
							))}
						</ul>
					</li>
				)}
				<li>
					{t("duplicates.effects.moves", {
						kept: kept.name,
						services: moves[0]?.count ?? 0,
						outcomes: moves[1]?.count ?? 0,
						memberships: moves[2]?.count ?? 0,
					})}
				</li>
				<li>{t("duplicates.effects.undo", { merged: merged.name })}</li>
			</ul>
		</section>
	);
}
