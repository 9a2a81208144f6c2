import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { FlowPanel } from "./FlowPanel.tsx";
import { RowsPanel } from "./RowsPanel.tsx";
import { Sentence } from "./Sentence.tsx";
import { SumsPanel } from "./SumsPanel.tsx";
import { useView } from "./view.ts";

/** Who received what from whom: a sentence, its totals, the flow, and the rows. */
export function TracePage() {
	const view = useView();
	return (
		<>
			<NotUnderstood {...view} />
			<Sentence view={view} />
			<SumsPanel view={view} />
			<FlowPanel view={view} />
			<RowsPanel view={view} />
		</>
	);
}
