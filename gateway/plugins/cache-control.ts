import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/**
 * Sets Cache-Control: queries by GET may be cached if the response is the same for everybody, that is, depends on no
 * viewer and no canary; all others get no-store. `seconds`: 0 disables caching.
 */
export function setCacheControl(seconds: number): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart() {
			return {
				async willSendResponse({ request, response, operation, contextValue }) {
					const { http, body } = response;
					const { headers } = http;
					if (headers.has("cache-control")) return;
					// Read the errors of the final body: another plugin may have replaced the response.
					const errors = body.kind === "single" ? body.singleResult.errors : undefined;
					const isCacheable =
						seconds > 0 &&
						request.http?.method === "GET" &&
						operation?.operation === "query" &&
						contextValue.cacheable === true &&
						!errors?.length;
					headers.set("cache-control", isCacheable ? `public, max-age=${seconds}` : "no-store");
				},
			};
		},
	};
}
