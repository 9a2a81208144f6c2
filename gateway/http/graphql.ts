import type { HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { bodyOf } from "../../shared/server/http.ts";
import { nestingCheck } from "../../shared/server/nesting.ts";
import { refuse } from "./errors.ts";
import { sendFresh, vary } from "./freshness.ts";

/** What the answer to a query by GET depends on beside its address. */
const DEPENDS_ON = ["accept", "authorization", "x-hub-cost"];

/** Sends an answer of Apollo Server; one that may be kept has a tag by which it is asked for again. */
export function sendAnswer(
	request: FastifyRequest,
	reply: FastifyReply,
	response: HTTPGraphQLResponse,
): FastifyReply {
	const body = bodyOf(response, reply);
	const cacheControl = response.headers.get("cache-control") ?? "no-store";
	if (typeof body !== "string" || !cacheControl.startsWith("public")) return reply.send(body);
	vary(reply, ...DEPENDS_ON);
	return sendFresh(request, reply, body, cacheControl);
}

/** Sends people to GraphiQL and refuses what is nested too deeply, before a request becomes GraphQL. */
export function checkGraphql(basePath: string, mostTokens: number) {
	const nestingFault = nestingCheck(mostTokens);
	return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		const said = request.method === "POST" ? request.body : request.query;
		const query = (said as { query?: unknown } | null | undefined)?.query;
		const isPage = request.method === "GET" && /^text\/html\b/.test(request.headers.accept ?? "");
		if (isPage && query === undefined) return reply.redirect(`${basePath}/graphiql`);
		const fault = nestingFault(query);
		return fault && refuse(reply, 400, "GRAPHQL_VALIDATION_FAILED", fault);
	};
}
