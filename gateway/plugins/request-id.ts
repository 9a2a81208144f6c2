import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/** Every answer names its request, so that a masked error can be found in the log. */
export const tellRequestId: ApolloServerPlugin<RequestContext> = {
	async requestDidStart({ response, contextValue }) {
		response.http.headers.set("x-request-id", contextValue.requestId);
	},
};
