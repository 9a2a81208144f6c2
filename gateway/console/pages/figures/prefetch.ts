import {
	CenterFiguresDocument,
	DoubtsDocument,
	EvaluationRulesDocument,
	EvaluationsDocument,
	FigureChoicesDocument,
	KeyFiguresSideBySideDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { readAddress, whereOf } from "./address.ts";
import { readYear } from "./evaluation-address.ts";
import { firstFigures } from "./questions.ts";

// Asked at once and not waited for: each part shows when its answer is there.

export function prefetchFigures(search: Search): void {
	void answers.prefetchQuery(firstFigures(whereOf(readAddress(search).filters)));
	void answers.prefetchQuery(ask(FigureChoicesDocument, {}));
	void answers.prefetchQuery(ask(CenterFiguresDocument, {}));
}

export function prefetchDoubts(): void {
	void answers.prefetchQuery(ask(DoubtsDocument, {}));
	void answers.prefetchQuery(ask(FigureChoicesDocument, {}));
}

export function prefetchEvaluation(search: Search): void {
	const { year } = readYear(search);
	void answers.prefetchQuery(ask(EvaluationsDocument, year));
	void answers.prefetchQuery(ask(KeyFiguresSideBySideDocument, year));
	void answers.prefetchQuery(ask(EvaluationRulesDocument, {}));
}
