import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What is still open in fiscal quarters, to report and to close them. */
export const quartersRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.quarters,
	staticData: { title: "work.quarters", within: PATHS.work },
	validateSearch: plainSearch,
	loader: () => wordsOf("work", "quarters", "records", "changes"),
	component: lazyRouteComponent(() => import("./QuartersPage.tsx"), "QuartersPage"),
});
