import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { AllPanel } from "./AllPanel.tsx";
import { CentersPanel } from "./CentersPanel.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { Head } from "./Head.tsx";
import { useView } from "./view.ts";

/** What the documents say, each figure with its source and the sources that disagree. */
export function FiguresPage() {
	const view = useView();
	return (
		<>
			<NotUnderstood notUnderstood={view.notUnderstood} tidy={view.tidy} />
			<Head title="figures.title" intro="figures.intro" />
			<FilterBar view={view} />
			<AllPanel view={view} />
			<CentersPanel view={view} />
		</>
	);
}
