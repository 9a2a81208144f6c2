import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { LOGGERS } from "../../session/last-viewer.ts";

/** What somebody did, and what it waits for. */
export const workRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.work,
	staticData: { title: "work.title", place: 21, roles: [...LOGGERS, "PROGRAM_OFFICE"] },
	validateSearch: ({ since }: Record<string, unknown>): { since?: string } =>
		since === undefined ? {} : { since: String(since) },
	// The form's words name the fields.
	loader: () => Promise.all([wordsOf("log"), wordsOf("work"), wordsOf("changes")]),
	component: lazyRouteComponent(() => import("./WorkPage.tsx"), "WorkPage"),
});
