import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** Releases of statistics: what the next one would publish, publishing it, and those that are published. */
export const releasesRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.releases,
	staticData: { title: "work.releases", within: PATHS.work },
	validateSearch: plainSearch,
	// Names of tables, and of what clients report.
	loader: () => wordsOf("work", "releases", "statistics", "trace"),
	component: lazyRouteComponent(() => import("./ReleasesPage.tsx"), "ReleasesPage"),
});
