import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/** What a document or its variables get wrong. */
const OF_DOCUMENTS = new Set([
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"BAD_USER_INPUT",
]);

/** Clients from before GraphQL had a media type of its own take every status but 200 for a broken connection. */
function isOldClient(accept: string | undefined): boolean {
	return /\bapplication\/json\b/.test(accept ?? "") && !/graphql-response\+json/.test(accept ?? "");
}

/** GraphQL over HTTP: who asks for application/json learns from the body, not from the status, that a document is wrong. */
export const statusForOldClients: ApolloServerPlugin<RequestContext> = {
	async requestDidStart() {
		return {
			async willSendResponse({ request, response }) {
				const { http, body } = response;
				if (http.status !== 400 || !isOldClient(request.http?.headers.get("accept"))) return;
				const { errors = [] } = body.kind === "single" ? body.singleResult : {};
				const isDocument = errors.every(({ extensions }) =>
					OF_DOCUMENTS.has(String(extensions?.code)),
				);
				if (isDocument && errors.length > 0) http.status = 200;
			},
		};
	},
};
