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
	// From the address as it is by then: a change before may not be drawn yet.
	const go = (next: (now: DoubtFilters) => DoubtFilters) =>
		void navigate({
			search: (now) => writeFilters(next(readFilters(now, DOUBT_FILTERS).filters), DOUBT_FILTERS),
			resetScroll: false,
		});
	return (
		<>
			<NotUnderstood notUnderstood={notUnderstood} tidy={() => go((now) => now)} />
			<Head title="figures.doubts.title" intro="figures.doubts.intro" />
			<DoubtsFilterBar
				filters={filters}
				set={(more) => go((now) => ({ ...now, ...more }))}
				clear={() => go(() => ({}))}
			/>
			<DoubtsPanel filters={filters} />
		</>
	);
}
