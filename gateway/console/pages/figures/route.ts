import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What a page starts with. What it asks is loaded with the page, so that other pages are lighter. */
const start = (ask: (questions: typeof import("./prefetch.ts")) => void) =>
	Promise.all([
		wordsOf("figures", "profile", "properties", "records", "trace"),
		import("./prefetch.ts").then(ask),
	]);

/** What the documents say. */
const allRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.figures,
	staticData: { title: "figures.title", place: 5 },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ deps }) => start(({ prefetchFigures }) => prefetchFigures(deps)),
	component: lazyRouteComponent(() => import("./FiguresPage.tsx"), "FiguresPage"),
});

/** Where they are doubtful, and what settles that. */
const doubtsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.doubts,
	staticData: { title: "figures.doubts.title" },
	validateSearch: plainSearch,
	loader: () => start(({ prefetchDoubts }) => prefetchDoubts()),
	component: lazyRouteComponent(() => import("./DoubtsPage.tsx"), "DoubtsPage"),
});

/** How networks are evaluated. */
const evaluationRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.evaluation,
	staticData: { title: "figures.evaluation.title" },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ deps }) => start(({ prefetchEvaluation }) => prefetchEvaluation(deps)),
	component: lazyRouteComponent(() => import("./EvaluationPage.tsx"), "EvaluationPage"),
});

export const figuresRoutes = [allRoute, doubtsRoute, evaluationRoute] as const;
