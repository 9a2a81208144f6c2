import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { answers } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch, readSearch } from "../../parts/view-address.ts";
import { KNOWN } from "./address.ts";
import { centersOf } from "./questions.ts";

/** All centers of the MEP National Network. */
export const centersRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.centers,
	staticData: { title: "type.MepCenter", within: PATHS.institutes },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		void answers.prefetchInfiniteQuery(centersOf(readSearch(deps, KNOWN).says));
		return wordsOf("profile", "centers");
	},
	component: lazyRouteComponent(() => import("./CentersPage.tsx"), "CentersPage"),
});
