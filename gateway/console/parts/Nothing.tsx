import type { UseQueryResult } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Answer, NoAnswer } from "../graphql/fetch-document.ts";
import { useWords } from "../words/use-words.ts";
import { usePageTitle } from "./page-title.ts";

/** True once the hub said that there is no such record; where a part of it did not answer, nobody knows. */
export function isNothing<Data>(
	{ data: answer, error }: Pick<UseQueryResult<Answer<Data>, Error>, "data" | "error">,
	recordOf: (data: Data) => unknown,
): boolean {
	if (answer) return answer.faults.length === 0 && !recordOf(answer.data);
	// Lists refuse ids that they do not know.
	const faults = (error as Partial<NoAnswer> | null)?.faults ?? [];
	return faults.some(({ code }) => code === "BAD_USER_INPUT");
}

/** What an id leads to that does not exist or may not be seen: the same page as for an address that leads to nothing. */
export function Nothing() {
	const t = useWords();
	const { defaultNotFoundComponent: NotFound } = useRouter().options;
	usePageTitle(t("not-found"));
	return NotFound ? <NotFound isNotFound routeId="__root__" /> : null;
}
