import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer, NoAnswer } from "../graphql/fetch-document.ts";

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
