import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	OfferedNamesDocument,
	PickCentersDocument,
	PickInstitutesDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { rowsOf, sumsOf } from "../../parts/served.ts";
import { plainSearch } from "../../parts/view-address.ts";
import { readAddress, whereOf } from "./address.ts";
import { givenOf, receivedOf } from "./questions.ts";

/** Who received what from whom. */
export const traceRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.trace,
	staticData: { title: "trace.title", place: 2 },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		const { filters, by } = readAddress(deps);
		const where = whereOf(filters);
		void answers.prefetchInfiniteQuery(rowsOf(where));
		void answers.prefetchQuery(sumsOf(where));
		void answers.prefetchQuery(givenOf(where));
		void answers.prefetchQuery(receivedOf(where, by));
		void answers.prefetchQuery(ask(PickCentersDocument, {}));
		void answers.prefetchQuery(ask(PickInstitutesDocument, {}));
		void answers.prefetchQuery(ask(OfferedNamesDocument, {}));
		return wordsOf("trace");
	},
	component: lazyRouteComponent(() => import("./TracePage.tsx"), "TracePage"),
});
