import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	ManufacturerDocument,
	ManufacturerMembershipsDocument,
	ManufacturerOutcomesDocument,
	ManufacturerServicesDocument,
	ManufacturerTracesDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { changesOf } from "../../parts/ChangeTimeline.tsx";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";

/** What is known of one manufacturer: what it received, and what came of it. */
export const manufacturerRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.manufacturer,
	staticData: { title: "manufacturer.title" },
	loader({ params }) {
		void answers.prefetchQuery(ask(ManufacturerDocument, params));
		void answers.prefetchQuery(ask(ManufacturerTracesDocument, params));
		void answers.prefetchQuery(ask(ManufacturerOutcomesDocument, params));
		void answers.prefetchQuery(ask(ManufacturerServicesDocument, params));
		void answers.prefetchQuery(ask(ManufacturerMembershipsDocument, params));
		void answers.prefetchInfiniteQuery(changesOf(params.id));
		return wordsOf("manufacturer", "records", "changes", "trace", "profile");
	},
	component: lazyRouteComponent(() => import("./ManufacturerPage.tsx"), "ManufacturerPage"),
});
