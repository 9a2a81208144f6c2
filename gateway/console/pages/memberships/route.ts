import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** Memberships of manufacturers at institutes: listed, recorded, ended. */
export const membershipsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.memberships,
	staticData: { title: "work.memberships", within: PATHS.work },
	validateSearch: plainSearch,
	loader: () => wordsOf("work", "memberships", "profile", "changes"),
	component: lazyRouteComponent(() => import("./MembershipsPage.tsx"), "MembershipsPage"),
});
