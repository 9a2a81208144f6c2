import { NEW_SME } from "../../offline/fields.ts";
import type { Item } from "../../offline/item.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { useWords } from "../../words/use-words.ts";

/** How an item is called: manufacturer, kind of service and day. */
export function useVisitTitle(): (item: Item) => string {
	const t = useWords();
	const { byKey } = useOutbox();
	return (item) => {
		if (item.type === "MANUFACTURER") return t("work.manufacturer", { name: item.typed.name });
		const { smeId, smeName, kind, startedOn } = item.typed;
		const own = smeId?.startsWith(NEW_SME) ? byKey.get(smeId.slice(NEW_SME.length)) : undefined;
		const name = own?.type === "MANUFACTURER" ? own.typed.name : smeName;
		return [
			name || t("work.no-manufacturer"),
			kind && t.maybe(`kind.${kind}`, kind),
			startedOn && t.date(startedOn),
		]
			.filter(Boolean)
			.join(" · ");
	};
}
