import { createRouter, parseSearchWith, stringifySearchWith } from "@tanstack/react-router";
import { approvalsRoute } from "../pages/approvals/route.ts";
import { centerRoute } from "../pages/center/route.ts";
import { centersRoute } from "../pages/centers/route.ts";
import { duplicatesRoute } from "../pages/duplicates/route.ts";
import { engagementRoute } from "../pages/engagement/route.ts";
import { figuresRoutes } from "../pages/figures/route.ts";
import { grantsRoute } from "../pages/grants/route.ts";
import { importRoute } from "../pages/import/route.ts";
import { instituteRoute } from "../pages/institute/route.ts";
import { institutesRoute } from "../pages/institutes/route.ts";
import { logRoute } from "../pages/log/route.ts";
import { manufacturerRoute } from "../pages/manufacturer/route.ts";
import { manufacturersRoute } from "../pages/manufacturers/route.ts";
import { membershipsRoute } from "../pages/memberships/route.ts";
import { networkRoute } from "../pages/network/route.ts";
import { courseRoute, facilityRoute, technologyRoute } from "../pages/offer/route.ts";
import { outcomesRoute } from "../pages/outcomes/route.ts";
import { overviewRoute } from "../pages/overview/route.ts";
import { partnersRoutes } from "../pages/partners/route.ts";
import { quartersRoute } from "../pages/quarters/route.ts";
import { releasesRoute } from "../pages/releases/route.ts";
import { sandboxRoute } from "../pages/sandbox/route.ts";
import { statisticsRoute } from "../pages/statistics/route.ts";
import { traceRoute } from "../pages/trace/route.ts";
import { verifyRoute } from "../pages/verify/route.ts";
import { workRoute } from "../pages/work/route.ts";
import { rootRoute } from "../parts/root.ts";
import { BASE_PATH } from "../session/address.ts";
import { Failed } from "./Failed.tsx";
import { NotFound } from "./NotFound.tsx";
import { Shell } from "./Shell.tsx";

rootRoute.update({ component: Shell, notFoundComponent: NotFound, errorComponent: Failed });

/** All pages. */
export const router = createRouter({
	routeTree: rootRoute.addChildren([
		sandboxRoute,
		overviewRoute,
		traceRoute,
		statisticsRoute,
		manufacturersRoute,
		manufacturerRoute,
		engagementRoute,
		facilityRoute,
		courseRoute,
		technologyRoute,
		institutesRoute,
		instituteRoute,
		centersRoute,
		centerRoute,
		networkRoute,
		...figuresRoutes,
		...partnersRoutes,
		logRoute,
		workRoute,
		outcomesRoute,
		verifyRoute,
		quartersRoute,
		releasesRoute,
		duplicatesRoute,
		membershipsRoute,
		approvalsRoute,
		importRoute,
		grantsRoute,
	]),
	basepath: BASE_PATH,
	context: {},
	defaultErrorComponent: Failed,
	defaultNotFoundComponent: NotFound,
	defaultPreload: "intent",
	// The answers are cached by their own rules.
	defaultPreloadStaleTime: 0,
	scrollRestoration: true,
	// Parameters are plain text: addresses that people can read.
	parseSearch: parseSearchWith((text) => text),
	stringifySearch: stringifySearchWith(String),
});

declare module "@tanstack/react-router" {
	interface Register {
		router: typeof router;
	}
}
