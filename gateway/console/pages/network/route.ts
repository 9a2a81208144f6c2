import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	NetworkMetricsDocument,
	NetworkMilestonesDocument,
	NetworkProfileDocument,
	NetworkRulesDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What is known of one network. */
export const networkRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.network,
	staticData: { title: "type.Network", within: PATHS.institutes },
	validateSearch: plainSearch,
	loader({ params: { id } }) {
		void answers.prefetchQuery(ask(NetworkProfileDocument, { id }));
		void answers.prefetchQuery(ask(NetworkMilestonesDocument, { id }));
		void answers.prefetchQuery(ask(NetworkMetricsDocument, { id }));
		void answers.prefetchQuery(ask(NetworkRulesDocument, { id }));
		return wordsOf("trace", "profile", "networks");
	},
	component: lazyRouteComponent(() => import("./NetworkPage.tsx"), "NetworkPage"),
});
