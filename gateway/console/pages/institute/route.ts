import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	InstituteFundingDocument,
	InstituteMembersDocument,
	InstituteMilestonesDocument,
	InstituteOffersDocument,
	InstituteProfileDocument,
	InstituteRulesDocument,
	InstituteTiersDocument,
	InstituteWorkDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { plainSearch } from "../../parts/view-address.ts";

/** What is known of one institute. */
export const instituteRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.institute,
	staticData: { title: "type.Institute" },
	validateSearch: plainSearch,
	loader({ params: { id } }) {
		void answers.prefetchQuery(ask(InstituteProfileDocument, { id }));
		void answers.prefetchQuery(ask(InstituteMilestonesDocument, { id }));
		void answers.prefetchQuery(ask(InstituteFundingDocument, { id }));
		void answers.prefetchQuery(ask(InstituteMembersDocument, { id }));
		void answers.prefetchQuery(ask(InstituteTiersDocument, { id }));
		void answers.prefetchQuery(ask(InstituteWorkDocument, { id }));
		void answers.prefetchQuery(ask(InstituteRulesDocument, { id }));
		void answers.prefetchQuery(ask(InstituteOffersDocument, { id }));
		return wordsOf("trace", "profile", "institutes");
	},
	component: lazyRouteComponent(() => import("./InstitutePage.tsx"), "InstitutePage"),
});
