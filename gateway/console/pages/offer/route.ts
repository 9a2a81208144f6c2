import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	CourseDocument,
	FacilityDocument,
	MrlLevelsDocument,
	TechnologyDocument,
	TechnologyTransfersDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import type { RecordType } from "../../parts/addresses.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { rowsOf, sumsOf } from "../../parts/served.ts";
import { servedBy } from "../../parts/served-filter.ts";

/** Asks who used it; the words of all three pages. */
function loadUse(type: RecordType, id: string) {
	const { where } = servedBy(type, id);
	void answers.prefetchQuery(sumsOf(where));
	void answers.prefetchInfiniteQuery(rowsOf(where));
	return wordsOf("offer", "records", "trace", "profile");
}

/** A facility, course or technology of an institute, and who used it. */
export const facilityRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.facility,
	staticData: { title: "facility.title", within: PATHS.institutes },
	loader({ params }) {
		void answers.prefetchQuery(ask(FacilityDocument, params));
		return loadUse("Facility", params.id);
	},
	component: lazyRouteComponent(() => import("./FacilityPage.tsx"), "FacilityPage"),
});

export const courseRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.course,
	staticData: { title: "course.title", within: PATHS.institutes },
	loader({ params }) {
		void answers.prefetchQuery(ask(CourseDocument, params));
		return loadUse("Course", params.id);
	},
	component: lazyRouteComponent(() => import("./CoursePage.tsx"), "CoursePage"),
});

export const technologyRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.technology,
	staticData: { title: "technology.title", within: PATHS.institutes },
	loader({ params }) {
		void answers.prefetchQuery(ask(TechnologyDocument, params));
		void answers.prefetchQuery(ask(TechnologyTransfersDocument, params));
		void answers.prefetchQuery(ask(MrlLevelsDocument, {}));
		return loadUse("Technology", params.id);
	},
	component: lazyRouteComponent(() => import("./TechnologyPage.tsx"), "TechnologyPage"),
});
