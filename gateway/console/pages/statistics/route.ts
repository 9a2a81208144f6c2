import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import type { Search } from "./address.ts";
import { prefetch } from "./questions.ts";

/** The released tables. */
export const statisticsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.statistics,
	staticData: { title: "statistics.title", place: 3 },
	validateSearch: (raw: Record<string, unknown>): Search =>
		Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)])),
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		void prefetch(deps);
		return wordsOf("statistics", "trace");
	},
	component: lazyRouteComponent(() => import("./StatisticsPage.tsx"), "StatisticsPage"),
});
