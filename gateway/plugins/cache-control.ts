import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import type { CacheHints } from "../caching/hints.ts";
import { cachePolicies, publicFor, secondsOf } from "../caching/policy.ts";
import type { RequestContext } from "../context.ts";

/** For everything that one viewer is told, for errors and for changes. */
const NEVER = "private, no-store";
/** For what the public sees of records: a browser may keep it, but asks each time whether it is still so. */
const REVALIDATED = "private, no-cache";

/**
 * Sets Cache-Control. A query by GET without a token may be cached for as long as the types and fields that it selects
 * allow; what they do not allow is revalidated. Everything else is not stored. `mostSeconds`: 0 disables caching.
 */
export function setCacheControl(
	mostSeconds: number,
	hints: CacheHints,
): ApolloServerPlugin<RequestContext> {
	const policyOf = cachePolicies(hints);
	const listener: GraphQLRequestListener<RequestContext> = {
		async didResolveOperation({ schema, document, operation, contextValue }) {
			if (contextValue.cacheable && operation)
				contextValue.cachePolicy = policyOf(schema, document, operation);
		},
		async willSendResponse({ request, response, operation, contextValue }) {
			const { http, body } = response;
			const { cacheable, cachePolicy, lifetimes = {}, bounds } = contextValue;
			// Read the errors of the final body: another plugin may have replaced the response.
			const errors = body.kind === "single" ? body.singleResult.errors : undefined;
			const isStored =
				mostSeconds > 0 &&
				request.http?.method === "GET" &&
				operation?.operation === "query" &&
				cacheable === true &&
				!bounds?.reportsCost &&
				!errors?.length;
			const seconds = cachePolicy ? Math.min(mostSeconds, secondsOf(cachePolicy, lifetimes)) : 0;
			const kept = seconds > 0 ? publicFor(seconds) : REVALIDATED;
			http.headers.set("cache-control", isStored ? kept : NEVER);
		},
	};
	return { requestDidStart: async () => listener };
}
