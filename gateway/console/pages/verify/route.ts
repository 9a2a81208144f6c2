import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** Outcomes that wait for the program office. */
export const verifyRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.verify,
	staticData: { title: "work.verify", within: PATHS.work },
	validateSearch: plainSearch,
	loader: () => wordsOf("work", "trace", "records", "outcomes", "changes"),
	component: lazyRouteComponent(() => import("./VerifyPage.tsx"), "VerifyPage"),
});
