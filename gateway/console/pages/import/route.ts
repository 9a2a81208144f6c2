import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { answers } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { earlierImports } from "./questions.ts";

/** Where files of engagements are imported. */
export const importRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.import,
	staticData: { title: "work.import", within: PATHS.work },
	loader: () => {
		void answers.prefetchInfiniteQuery(earlierImports());
		return wordsOf("work", "import", "changes");
	},
	component: lazyRouteComponent(() => import("./ImportPage.tsx"), "ImportPage"),
});
