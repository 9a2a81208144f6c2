import type { Item } from "../../offline/item.ts";
import type { WaitsFor } from "../../offline/waiting.ts";
import { useWords } from "../../words/use-words.ts";
import { Remedy } from "./Remedy.tsx";
import { VisitActions } from "./VisitActions.tsx";
import { useVisitTitle } from "./visit-title.ts";
import look from "./Work.module.css";

/** One thing that lies on the device. */
export function ItemCard({ item, waitsFor }: { item: Item; waitsFor: WaitsFor }) {
	const t = useWords();
	const titleOf = useVisitTitle();
	// What tells it from another of the same day.
	const about = item.type === "VISIT" && (item.typed.title || item.typed.note);
	return (
		<article className={look.card} aria-label={titleOf(item)}>
			<p className={look.name}>{titleOf(item)}</p>
			{about && <p className="quiet">{about}</p>}
			<p className="quiet">
				{t(`work.waits.${waitsFor}`)}
				{item.type === "VISIT" &&
					item.record &&
					item.intent === "KEEP" &&
					` ${t("work.known-to-hub")}`}
			</p>
			{item.refusal && <Remedy item={item} refusal={item.refusal} />}
			{item.type === "VISIT" && <VisitActions visit={item} />}
		</article>
	);
}
