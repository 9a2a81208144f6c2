import type { UseQueryResult } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Answer } from "../graphql/fetch-document.ts";
import { useWords } from "../words/use-words.ts";
import { usePageTitle } from "./page-title.ts";

/** True once the hub said that there is no such record; where a part of it did not answer, nobody knows. */
export function isNothing<Data>(
	query: UseQueryResult<Answer<Data>, Error>,
	recordOf: (data: Data) => unknown,
): boolean {
	const answer = query.data;
	return answer !== undefined && answer.faults.length === 0 && !recordOf(answer.data);
}

/** What an id leads to that does not exist or may not be seen: the same page as for an address that leads to nothing. */
export function Nothing() {
	const t = useWords();
	const { defaultNotFoundComponent: NotFound } = useRouter().options;
	usePageTitle(t("not-found"));
	return NotFound ? <NotFound isNotFound routeId="__root__" /> : null;
}
