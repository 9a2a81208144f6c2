import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
	CenterFiguresDocument,
	DoubtsDocument,
	EvaluationRulesDocument,
	EvaluationsDocument,
	FigureChoicesDocument,
	NetworkKeyFiguresDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { searchAsText } from "../../parts/filters.ts";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { readAddress, whereOf } from "./address.ts";
import { readYear } from "./evaluation-address.ts";
import { firstFigures } from "./questions.ts";

const words = () => wordsOf("figures", "properties", "records");

/** What the documents say. */
const allRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.figures,
	staticData: { title: "figures.title", place: 5 },
	validateSearch: searchAsText,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		void answers.prefetchQuery(firstFigures(whereOf(readAddress(deps).filters)));
		void answers.prefetchQuery(ask(FigureChoicesDocument, {}));
		void answers.prefetchQuery(ask(CenterFiguresDocument, {}));
		return words();
	},
	component: lazyRouteComponent(() => import("./FiguresPage.tsx"), "FiguresPage"),
});

/** Where they are doubtful, and what settles that. */
const doubtsRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.doubts,
	staticData: { title: "figures.doubts.title" },
	validateSearch: searchAsText,
	loader() {
		void answers.prefetchQuery(ask(DoubtsDocument, {}));
		void answers.prefetchQuery(ask(FigureChoicesDocument, {}));
		return words();
	},
	component: lazyRouteComponent(() => import("./DoubtsPage.tsx"), "DoubtsPage"),
});

/** How networks are evaluated. */
const evaluationRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.evaluation,
	staticData: { title: "figures.evaluation.title" },
	validateSearch: searchAsText,
	loaderDeps: ({ search }) => search,
	loader({ deps }) {
		const { year } = readYear(deps);
		void answers.prefetchQuery(ask(EvaluationsDocument, year));
		void answers.prefetchQuery(ask(NetworkKeyFiguresDocument, year));
		void answers.prefetchQuery(ask(EvaluationRulesDocument, {}));
		return words();
	},
	component: lazyRouteComponent(() => import("./EvaluationPage.tsx"), "EvaluationPage"),
});

export const figuresRoutes = [allRoute, doubtsRoute, evaluationRoute] as const;
