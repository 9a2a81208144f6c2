import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { GrantListDocument } from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";

/** Where fields are granted to partners, and grants revoked. */
export const grantsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.grants,
	staticData: { title: "work.grants", within: PATHS.work },
	loader: () => {
		void answers.prefetchQuery(ask(GrantListDocument, {}));
		return Promise.all([wordsOf("work"), wordsOf("grants")]);
	},
	component: lazyRouteComponent(() => import("./GrantsPage.tsx"), "GrantsPage"),
});
