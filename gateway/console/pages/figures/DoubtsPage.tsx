import { getRouteApi } from "@tanstack/react-router";
import { readFilters, writeFilters } from "../../parts/filters.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { DoubtsFilterBar } from "./DoubtsFilterBar.tsx";
import { DoubtsPanel } from "./DoubtsPanel.tsx";
import { DOUBT_FILTERS, type DoubtFilters } from "./doubts-address.ts";
import { Head } from "./Head.tsx";

const route = getRouteApi("/figures/doubts");

/** Where documents are doubtful, and what settles that. */
export function DoubtsPage() {
	const { filters, notUnderstood } = readFilters(route.useSearch(), DOUBT_FILTERS);
	const navigate = route.useNavigate();
	const go = (next: DoubtFilters) =>
		void navigate({ search: writeFilters(next, DOUBT_FILTERS), resetScroll: false });
	return (
		<>
			<NotUnderstood notUnderstood={notUnderstood} tidy={() => go(filters)} />
			<Head title="figures.doubts.title" intro="figures.doubts.intro" />
			<DoubtsFilterBar
				filters={filters}
				set={(more) => go({ ...filters, ...more })}
				clear={() => go({})}
			/>
			<DoubtsPanel filters={filters} />
		</>
	);
}
