import { Readable } from "node:stream";
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A request as Apollo Server takes it. HEAD is asked as GET, and nothing is made of the Host header. */
export function graphqlRequestOf(request: FastifyRequest): HTTPGraphQLRequest {
	const headers = new HeaderMap();
	for (const [name, value] of Object.entries(request.headers))
		if (value) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
	const start = request.url.indexOf("?");
	return {
		method: request.method === "HEAD" ? "GET" : request.method,
		headers,
		search: start < 0 ? "" : request.url.slice(start),
		body: request.body,
	};
}

/** Sets an answer's status and headers, and returns its body. */
export function bodyOf(response: HTTPGraphQLResponse, reply: FastifyReply): string | Readable {
	for (const [name, value] of response.headers) reply.header(name, value);
	reply.code(response.status ?? 200);
	const { body } = response;
	return body.kind === "complete" ? body.string : Readable.from(body.asyncIterator);
}
