import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** Manufacturers that may be the same: compared, merged, told apart. */
export const duplicatesRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.duplicates,
	staticData: { title: "work.duplicates", within: PATHS.work },
	validateSearch: plainSearch,
	loader: () => wordsOf("work", "duplicates"),
	component: lazyRouteComponent(() => import("./DuplicatesPage.tsx"), "DuplicatesPage"),
});
