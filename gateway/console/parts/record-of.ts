import type { UseQueryResult } from "@tanstack/react-query";
import { type Answer, NoAnswer } from "../graphql/fetch-document.ts";

/**
 * The record that a page shows; undefined while it is not known, and null where the hub says that there is none that the
 * reader may see. A part of the hub that does not answer says no such thing.
 */
export function recordOf<Data, Found>(
	{ data, error }: Pick<UseQueryResult<Answer<Data>, Error>, "data" | "error">,
	find: (data: Data) => Found | null | undefined,
): Found | null | undefined {
	if (data) {
		const record = find(data.data);
		return record ?? (data.faults.length > 0 ? undefined : null);
	}
	// Lists refuse ids that they do not know.
	const isRefused =
		error instanceof NoAnswer && error.faults.some(({ code }) => code === "BAD_USER_INPUT");
	return isRefused ? null : undefined;
}
