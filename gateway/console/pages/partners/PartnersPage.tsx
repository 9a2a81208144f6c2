import { getRouteApi } from "@tanstack/react-router";
import { readFilters, writeFilters } from "../../parts/filters.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { useWords } from "../../words/use-words.ts";
import { AddedPanel } from "./AddedPanel.tsx";
import { GrantsPanel } from "./GrantsPanel.tsx";
import { Head } from "./Head.tsx";
import { ListPanel } from "./ListPanel.tsx";
import { RecordDisclosures } from "./RecordDisclosures.tsx";
import { ServedPanel } from "./ServedPanel.tsx";

const route = getRouteApi("/partners");
const FILTERS = { record: { is: /^[\w.~-]{1,120}$/ } };

/** Who adds what to the hub, how it fares, and what they may see. */
export function PartnersPage() {
	const t = useWords();
	const { filters, notUnderstood } = readFilters(route.useSearch(), FILTERS);
	const navigate = route.useNavigate();
	const go = (next: typeof filters) =>
		void navigate({ search: writeFilters(next, FILTERS), resetScroll: false });
	return (
		<>
			<NotUnderstood notUnderstood={notUnderstood} tidy={() => go(filters)} />
			<Head title={t("partners.title")} intro={t("partners.intro")} />
			<ListPanel />
			<AddedPanel />
			<ServedPanel />
			<GrantsPanel />
			<RecordDisclosures
				record={filters.record?.[0] ?? ""}
				onRecord={(record) => go(record ? { record: [record] } : {})}
			/>
		</>
	);
}
