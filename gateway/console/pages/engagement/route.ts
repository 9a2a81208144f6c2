import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	EngagementDocument,
	EngagementOutcomesDocument,
	MrlLevelsDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { changesOf } from "../../parts/ChangeTimeline.tsx";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";

/** One service on record. */
export const engagementRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.engagement,
	staticData: { title: "engagement.title", within: PATHS.manufacturers },
	loader({ params }) {
		void answers.prefetchQuery(ask(EngagementDocument, params));
		void answers.prefetchQuery(ask(EngagementOutcomesDocument, params));
		void answers.prefetchInfiniteQuery(changesOf(params.id));
		void answers.prefetchQuery(ask(MrlLevelsDocument, {}));
		return wordsOf("engagement", "records", "changes", "trace", "profile");
	},
	component: lazyRouteComponent(() => import("./EngagementPage.tsx"), "EngagementPage"),
});
