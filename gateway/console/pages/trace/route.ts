import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	OfferedNamesDocument,
	PickCentersDocument,
	PickInstitutesDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { readAddress, type Search, whereOf } from "./address.ts";
import { givenOf, receivedOf, rowsOf, sumsOf } from "./questions.ts";

/** Who received what from whom. */
export const traceRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.trace,
	staticData: { title: "trace.title", place: 2 },
	validateSearch: (raw: Record<string, unknown>): Search =>
		Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)])),
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
		return wordsOf("trace", "records");
	},
	component: lazyRouteComponent(() => import("./TracePage.tsx"), "TracePage"),
});
