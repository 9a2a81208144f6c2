import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import type { RequestContext } from "../context.ts";

/** Error codes of an invalid document or invalid variables. */
const DOCUMENT_ERRORS = new Set([
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"BAD_USER_INPUT",
]);

/** Clients that accept only application/json treat every status but 200 as a network error. */
function isLegacyClient(accept: string | undefined): boolean {
	return /\bapplication\/json\b/.test(accept ?? "") && !/graphql-response\+json/.test(accept ?? "");
}

const listener: GraphQLRequestListener<RequestContext> = {
	async willSendResponse({ request, response }) {
		const { http, body } = response;
		if (http.status !== 400 || !isLegacyClient(request.http?.headers.get("accept"))) return;
		const { errors = [] } = body.kind === "single" ? body.singleResult : {};
		const areDocumentErrors = errors.every(({ extensions }) =>
			DOCUMENT_ERRORS.has(String(extensions?.code)),
		);
		if (areDocumentErrors && errors.length > 0) http.status = 200;
	},
};

/** GraphQL over HTTP: with application/json, an invalid document is reported in the body of a 200 response. */
export const legacyStatus: ApolloServerPlugin<RequestContext> = {
	requestDidStart: async () => listener,
};
