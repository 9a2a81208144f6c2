import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	CenterAwardsDocument,
	CenterEmbeddingsDocument,
	CenterProfileDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What is known of one MEP center. */
export const centerRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.center,
	staticData: { title: "type.MepCenter", within: PATHS.institutes },
	validateSearch: plainSearch,
	loader({ params: { id } }) {
		void answers.prefetchQuery(ask(CenterProfileDocument, { id }));
		void answers.prefetchQuery(ask(CenterAwardsDocument, { id }));
		void answers.prefetchQuery(ask(CenterEmbeddingsDocument, { id }));
		return wordsOf("trace", "profile", "centers");
	},
	component: lazyRouteComponent(() => import("./CenterPage.tsx"), "CenterPage"),
});
