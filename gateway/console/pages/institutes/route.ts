import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { NetworkDirectoryDocument } from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch, readSearch } from "../../parts/view-address.ts";
import { KNOWN } from "./address.ts";
import { institutesOf } from "./questions.ts";

/** All institutes, and the networks. */
export const institutesRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.institutes,
	staticData: { title: "institutes.title", place: 4 },
	validateSearch: plainSearch,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		void answers.prefetchInfiniteQuery(institutesOf(readSearch(deps, KNOWN).says));
		void answers.prefetchQuery(ask(NetworkDirectoryDocument, {}));
		return wordsOf("profile", "institutes");
	},
	component: lazyRouteComponent(() => import("./InstitutesPage.tsx"), "InstitutesPage"),
});
