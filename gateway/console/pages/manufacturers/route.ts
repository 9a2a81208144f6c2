import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { answers } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch, readSearch } from "../../parts/view-address.ts";
import { KNOWN } from "./address.ts";
import { pagesOf } from "./questions.ts";

/** The directory of manufacturers. */
export const manufacturersRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.manufacturers,
	staticData: { title: "manufacturers.title", place: 4.5 },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		void answers.prefetchInfiniteQuery(pagesOf(readSearch(deps, KNOWN).says));
		return wordsOf("manufacturers", "profile", "trace");
	},
	component: lazyRouteComponent(() => import("./ManufacturersPage.tsx"), "ManufacturersPage"),
});
