import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What a page starts with. What it asks is loaded with the page, so that other pages are lighter. */
const start = (ask: (questions: typeof import("./prefetch.ts")) => void) =>
	Promise.all([wordsOf("partners", "records"), import("./prefetch.ts").then(ask)]);

/** Who adds what to the hub. */
const listRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.partners,
	staticData: { title: "partners.title", place: 6 },
	validateSearch: plainSearch,
	loader: () => start(({ prefetchPartners }) => prefetchPartners()),
	component: lazyRouteComponent(() => import("./PartnersPage.tsx"), "PartnersPage"),
});

/** One partner. */
const partnerRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.partner,
	staticData: { title: "partners.partner.title" },
	loader: ({ params }) => start(({ prefetchPartner }) => prefetchPartner(params.id)),
	component: lazyRouteComponent(() => import("./PartnerPage.tsx"), "PartnerPage"),
});

/** What was published, activated and granted, and whether the log of it is whole. */
const logRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.publishLog,
	staticData: { title: "partners.log.title", within: PATHS.partners },
	validateSearch: plainSearch,
	loader: () => start(({ prefetchLog }) => prefetchLog()),
	component: lazyRouteComponent(() => import("./LogPage.tsx"), "LogPage"),
});

export const partnersRoutes = [listRoute, partnerRoute, logRoute] as const;
