import type { HTTPGraphQLResponse } from "@apollo/server";
import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyReply, FastifyRequest } from "fastify";
import { bodyOf } from "../../shared/server/http.ts";
import { nestingCheck } from "../../shared/server/nesting.ts";
import type { KeptText } from "../context.ts";
import { ENCODINGS, type Encoding, THRESHOLD_BYTES } from "./compression.ts";
import { refuse } from "./errors.ts";
import { isNotModified, vary } from "./etag.ts";

/** Headers that the response to a query by GET depends on. */
const VARY_HEADERS = ["accept", "authorization", "x-hub-cost"];

const ENCODING_NAMES = [...ENCODINGS, "identity"];
const isEncoding = (name: string | null): name is Encoding => ENCODINGS.some((one) => one === name);

/** Sends a text that is kept, compressed as it was before. */
async function sendKept(
	request: FastifyRequest,
	reply: FastifyReply,
	kept: KeptText,
): Promise<FastifyReply> {
	const accepted = negotiate(request.headers["accept-encoding"] ?? "identity", ENCODING_NAMES);
	vary(reply, "accept-encoding");
	if (!isEncoding(accepted) || kept.body.length < THRESHOLD_BYTES) return reply.send(kept.body);
	return reply.header("content-encoding", accepted).send(await kept.compressed(accepted));
}

/** Sends a response of Apollo Server; a cacheable one gets an ETag. `kept` is the answer, where it was kept. */
export async function sendResponse(
	request: FastifyRequest,
	reply: FastifyReply,
	response: HTTPGraphQLResponse,
	kept: KeptText | undefined,
): Promise<FastifyReply> {
	const body = bodyOf(response, reply);
	// Otherwise it has more than the data, or was replaced.
	const text = kept?.body === body ? kept : undefined;
	const cacheControl = response.headers.get("cache-control") ?? "no-store";
	const isStored = typeof body === "string" && !cacheControl.includes("no-store");
	if (isStored) {
		vary(reply, ...VARY_HEADERS);
		if (isNotModified(request, reply, body, cacheControl, text?.etag()))
			return reply.code(304).send();
	}
	return text ? sendKept(request, reply, text) : reply.send(body);
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
