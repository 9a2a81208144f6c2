import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchDocument, hashOf, NoAnswer } from "./fetch-document.ts";
import type { TypedDocumentString } from "./graphql.ts";

/** What the page has been told; routes fill it, components read it. */
export const answers = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 60_000,
			refetchOnWindowFocus: false,
			// A fault that the hub explains will not go away by itself within a second.
			retry: (count, error) => count < 1 && !(error instanceof NoAnswer && error.message !== ""),
		},
	},
});

/** How to ask the hub a document: for `answers.prefetchQuery` in a route's loader and `useQuery` in a component. */
export function ask<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	return queryOptions({
		queryKey: [hashOf(document), variables],
		queryFn: ({ signal }) => fetchDocument(document, variables, signal),
	});
}

type PageInfo = { hasNextPage: boolean; endCursor?: string | null };

/** How to ask a connection page by page; the document has the variable `after`. */
export function askPages<Data, Variables extends { after?: string | null }>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	pageInfoOf: (data: Data) => PageInfo,
) {
	return infiniteQueryOptions({
		queryKey: [hashOf(document), "pages", variables],
		queryFn: ({ signal, pageParam }) =>
			fetchDocument(document, { ...variables, ...(pageParam && { after: pageParam }) }, signal),
		initialPageParam: "",
		getNextPageParam({ data }) {
			const { hasNextPage, endCursor } = pageInfoOf(data);
			return hasNextPage ? endCursor : undefined;
		},
	});
}
