import { createRoute } from "@tanstack/react-router";
import {
	CenterPlacesDocument,
	HeadlineFiguresDocument,
	InstitutePlacesDocument,
	LatestDocument,
	LatestReleasesDocument,
	OpenDoubtsDocument,
	RecordTotalsDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { HEADLINES } from "./headlines.ts";
import { OverviewPage } from "./OverviewPage.tsx";

/** The first page: how many, where, lately. */
export const overviewRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.overview,
	staticData: { title: "overview.title", place: 1 },
	loader() {
		// Asked at once and not waited for: each part shows when its answer is there.
		void answers.prefetchQuery(ask(RecordTotalsDocument, {}));
		void answers.prefetchQuery(ask(LatestDocument, {}));
		void answers.prefetchQuery(ask(LatestReleasesDocument, {}));
		void answers.prefetchQuery(ask(InstitutePlacesDocument, {}));
		void answers.prefetchQuery(ask(CenterPlacesDocument, {}));
		void answers.prefetchQuery(ask(OpenDoubtsDocument, {}));
		for (const headlines of HEADLINES)
			void answers.prefetchQuery(ask(HeadlineFiguresDocument, headlines));
		return wordsOf("overview");
	},
	// Not loaded apart, as other pages are: most visits begin here.
	component: OverviewPage,
});
