import { ChangeTimeline } from "../../parts/ChangeTimeline.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";

/** The changes of its record, as far as the reader sees them. */
export function HistoryPanel({ id }: { id: string }) {
	const t = useWords();
	return (
		<Panel anchor="history" title={t("changes.title")}>
			<ChangeTimeline id={id} />
		</Panel>
	);
}
