import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/** Sends the request id in every response, so that a masked error can be found in the log. */
export const requestIdHeader: ApolloServerPlugin<RequestContext> = {
	async requestDidStart({ response, contextValue }) {
		response.http.headers.set("x-request-id", contextValue.requestId);
	},
};
