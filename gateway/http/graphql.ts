import type { HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { bodyOf } from "../../shared/server/http.ts";
import { nestingCheck } from "../../shared/server/nesting.ts";
import type { KeptText } from "../context.ts";
import {
	acceptedEncoding,
	compressed,
	type Encoding,
	SYNC_BYTES,
	THRESHOLD_BYTES,
} from "./compression.ts";
import { refuse } from "./errors.ts";
import { isNotModified, vary } from "./etag.ts";
import { AS_KEPT } from "./kept-text.ts";

/** Headers that the response to a query by GET depends on. */
const VARY_HEADERS = ["accept", "authorization", "x-hub-cost"];

/** Sends a text, compressed where the client wants that and it pays. */
async function sendText(
	reply: FastifyReply,
	text: string | Buffer,
	encoding: Encoding | undefined,
	inEncoding: (encoding: Encoding) => Promise<Buffer>,
): Promise<FastifyReply> {
	vary(reply, "accept-encoding");
	if (!encoding || text.length < THRESHOLD_BYTES) return reply.send(text);
	return reply.header("content-encoding", encoding).send(await inEncoding(encoding));
}

/** Sends a response of Apollo Server; a cacheable one gets an ETag. `answer` is the answer, where it was kept. */
export async function sendResponse(
	request: FastifyRequest,
	reply: FastifyReply,
	response: HTTPGraphQLResponse,
	answer: KeptText | undefined,
): Promise<FastifyReply> {
	const body = bodyOf(response, reply);
	// Otherwise it has more than the data, or was replaced.
	const kept = body === AS_KEPT ? answer : undefined;
	const cacheControl = response.headers.get("cache-control") ?? "no-store";
	if (typeof body !== "string") return reply.send(body);
	if (!cacheControl.includes("no-store")) {
		vary(reply, ...VARY_HEADERS);
		if (isNotModified(request, reply, kept?.bytes ?? body, cacheControl, kept?.etag()))
			return reply.code(304).send();
	}
	const encoding = acceptedEncoding(request);
	if (kept) return sendText(reply, kept.bytes, encoding, kept.compressed);
	// Smaller ones are compressed as every other response is.
	if (!encoding || body.length <= SYNC_BYTES) return reply.send(body);
	return sendText(reply, body, encoding, (name) => compressed(body, name));
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
