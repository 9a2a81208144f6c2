import { useInfiniteQuery } from "@tanstack/react-query";
import { RecordChangesDocument, type RecordChangesQuery } from "../graphql/graphql.ts";
import { askPages } from "../graphql/query.ts";
import { useWords } from "../words/use-words.ts";
import { ChangeList } from "./ChangeList.tsx";
import { PagedRows } from "./PagedRows.tsx";

function pageOf({ node }: RecordChangesQuery) {
	return node && "revisions" in node ? node.revisions : undefined;
}
const LAST = { hasNextPage: false };

/** How to ask for the changes of a record: for a route's loader, and to ask again after a change of it. */
export const changesOf = (id: string) => ({
	...askPages(RecordChangesDocument, { id }, (data) => pageOf(data)?.pageInfo ?? LAST),
	// Without signal it says so instead of waiting.
	networkMode: "always" as const,
});

/**
 * Everything that happened to a record, newest first and page by page: who did what, when, through what and why, with
 * the values before and after. `id`: of an engagement, outcome, manufacturer, membership, quarter's report, closed
 * quarter or import. It says words of the catalogue `changes`.
 */
export function ChangeTimeline({ id }: { id: string }) {
	const t = useWords();
	const query = useInfiniteQuery(changesOf(id));
	const shown = query.data?.pages[0]?.data.node?.id;
	return (
		<PagedRows name={t("changes.title")} query={query} pageOf={pageOf} height={120}>
			{(revisions) =>
				revisions.length === 0 ? (
					<p className="quiet">{t("changes.none")}</p>
				) : (
					<ChangeList revisions={revisions} within={shown ?? id} />
				)
			}
		</PagedRows>
	);
}
