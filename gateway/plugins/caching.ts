import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/**
 * Says which answers may be kept, and how long: those to queries by GET that depend on nobody, that is, on no viewer
 * and on no canary. `seconds`: 0 keeps none.
 */
export function allowCaching(seconds: number): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart() {
			return {
				async willSendResponse({ request, response, operation, contextValue }) {
					const { http, body } = response;
					const { headers } = http;
					if (headers.has("cache-control")) return;
					// Not those that were met on the way: an answer may have been replaced by an error.
					const errors = body.kind === "single" ? body.singleResult.errors : undefined;
					const isKept =
						seconds > 0 &&
						request.http?.method === "GET" &&
						operation?.operation === "query" &&
						contextValue.forEverybody === true &&
						!errors?.length;
					headers.set("cache-control", isKept ? `public, max-age=${seconds}` : "no-store");
				},
			};
		},
	};
}
