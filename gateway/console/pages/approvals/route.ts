import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { answers } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch, readSearch } from "../../parts/view-address.ts";
import { probableViewer } from "../../session/last-viewer.ts";
import { currentSession } from "../../session/session.ts";
import { KNOWN } from "./address.ts";
import { CHOICES, pagesOf } from "./questions.ts";

/** What waits for the approval of a center's manager. */
export const approvalsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.approvals,
	staticData: { title: "work.approvals" },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		if (probableViewer(currentSession())?.role === "CENTER_MANAGER") {
			void answers.prefetchInfiniteQuery(pagesOf(readSearch(deps, KNOWN).says));
			void answers.prefetchQuery(CHOICES);
		}
		// The form's words name the fields; the others say what a record says.
		return wordsOf(
			"work",
			"approvals",
			"changes",
			"log",
			"engagement",
			"records",
			"trace",
			"profile",
		);
	},
	component: lazyRouteComponent(() => import("./ApprovalsPage.tsx"), "ApprovalsPage"),
});
