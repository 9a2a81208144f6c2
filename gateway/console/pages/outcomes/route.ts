import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";

/** What clients report to have come of a center's services. */
export const outcomesRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.reportOutcomes,
	staticData: { title: "work.outcomes", within: PATHS.work },
	loader: () => wordsOf("work", "trace", "records", "outcomes", "changes"),
	component: lazyRouteComponent(() => import("./OutcomesPage.tsx"), "OutcomesPage"),
});
