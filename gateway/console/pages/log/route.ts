import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { LOGGERS } from "../../session/last-viewer.ts";

/** A visit, logged with or without signal. */
export const logRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.log,
	staticData: { title: "log.title", place: 20, roles: LOGGERS },
	validateSearch: ({ draft }: Record<string, unknown>): { draft?: string } =>
		draft === undefined ? {} : { draft: String(draft) },
	loader: () => wordsOf("log"),
	component: lazyRouteComponent(() => import("./LogPage.tsx"), "LogPage"),
});
