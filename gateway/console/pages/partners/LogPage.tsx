import { getRouteApi } from "@tanstack/react-router";
import { readFilters, writeFilters } from "../../parts/filters.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { useWords } from "../../words/use-words.ts";
import { Head } from "./Head.tsx";
import { LogPanel } from "./LogPanel.tsx";
import { VerifyPanel } from "./VerifyPanel.tsx";

const route = getRouteApi("/publish-log");
/** `head`: hash of the last entry of the log as somebody kept it. */
const FILTERS = { head: { is: /^[0-9a-f]{64}$/ } };

/** What was published, activated and granted, and whether the log of it is whole. */
export function LogPage() {
	const t = useWords();
	const { filters, notUnderstood } = readFilters(route.useSearch(), FILTERS);
	const navigate = route.useNavigate();
	const go = (next: typeof filters) =>
		void navigate({ search: writeFilters(next, FILTERS), resetScroll: false });
	return (
		<>
			<NotUnderstood notUnderstood={notUnderstood} tidy={() => go(filters)} />
			<Head title={t("partners.log.title")} intro={t("partners.log.intro")} />
			<VerifyPanel
				kept={filters.head?.[0] ?? ""}
				onKept={(head) => go(head ? { head: [head] } : {})}
			/>
			<LogPanel />
		</>
	);
}
