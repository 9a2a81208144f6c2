import type { HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { bodyOf } from "../../shared/server/http.ts";
import { nestingCheck } from "../../shared/server/nesting.ts";
import { refuse } from "./errors.ts";
import { sendCacheable, vary } from "./etag.ts";

/** Headers that the response to a query by GET depends on. */
const VARY_HEADERS = ["accept", "authorization", "x-hub-cost"];

/** Sends a response of Apollo Server; a cacheable one gets an ETag. */
export function sendResponse(
	request: FastifyRequest,
	reply: FastifyReply,
	response: HTTPGraphQLResponse,
): FastifyReply {
	const body = bodyOf(response, reply);
	const cacheControl = response.headers.get("cache-control") ?? "no-store";
	if (typeof body !== "string" || cacheControl.includes("no-store")) return reply.send(body);
	vary(reply, ...VARY_HEADERS);
	return sendCacheable(request, reply, body, cacheControl);
}

/** Redirects browsers to GraphiQL and rejects deeply nested documents, before a request is parsed. */
export function checkGraphql(basePath: string, maxTokens: number) {
	const nestingFault = nestingCheck(maxTokens);
	return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		const parameters = request.method === "POST" ? request.body : request.query;
		const query = (parameters as { query?: unknown } | null | undefined)?.query;
		const isPage = request.method === "GET" && /^text\/html\b/.test(request.headers.accept ?? "");
		if (isPage && query === undefined) return reply.redirect(`${basePath}/graphiql`);
		const fault = nestingFault(query);
		return fault && refuse(reply, 400, "GRAPHQL_VALIDATION_FAILED", fault);
	};
}
