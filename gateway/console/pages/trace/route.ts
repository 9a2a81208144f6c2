import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute, wordsOf } from "../../parts/root.ts";

/** Who received what from whom. */
export const traceRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: "/trace",
	staticData: { title: "trace.title", place: 2 },
	loader: () => wordsOf("trace"),
	component: lazyRouteComponent(() => import("./TracePage.tsx"), "TracePage"),
});
