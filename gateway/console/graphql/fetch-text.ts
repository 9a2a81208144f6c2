import { BASE_PATH } from "../session/address.ts";
import type { Answer } from "./fetch-document.ts";

type Reply = {
	data?: unknown;
	errors?: Array<{ message: string; extensions?: { code?: string; service?: string } }>;
};

/** Asks the hub a query that is not among the documents, such as one for a partner's field; `ms` is how long it took. */
export async function fetchText(
	query: string,
	signal: AbortSignal,
): Promise<Answer<unknown> & { ms: number }> {
	const began = performance.now();
	const response = await fetch(`${BASE_PATH}graphql`, {
		method: "POST",
		// Errors beside data come with status 200 in this media type.
		headers: {
			accept: "application/json",
			"content-type": "application/json",
			"apollo-require-preflight": "1",
		},
		body: JSON.stringify({ query }),
		signal,
	});
	const { data = null, errors = [] }: Reply = await response.json();
	const faults = errors.map(({ message, extensions }) => ({
		message,
		code: extensions?.code,
		part: extensions?.service,
	}));
	return { data, faults, ms: Math.round(performance.now() - began) };
}
