import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";

/** Adds names to the Vary header. */
export function vary(reply: FastifyReply, ...names: string[]): void {
	const before = String(reply.getHeader("vary") ?? "");
	const all = new Set([...before.split(/,\s*/), ...names].filter((name) => name !== ""));
	reply.header("vary", [...all].join(", "));
}

/** The ETag of a content, which is weak, because a compressed response has the same one. */
export const etagOf = (content: string | Buffer): string =>
	`W/"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;

/**
 * Sets ETag and Cache-Control; true if the client's cached copy is current.
 */
export function isNotModified(
	request: FastifyRequest,
	reply: FastifyReply,
	content: string | Buffer,
	cacheControl: string,
	etag = etagOf(content),
): boolean {
	reply.header("etag", etag).header("cache-control", cacheControl);
	vary(reply, "accept-encoding");
	// Ignore the request's Cache-Control: for scripts that set If-None-Match, browsers add "no-cache".
	return fresh({ "if-none-match": request.headers["if-none-match"] }, { etag });
}

/** Sends a cacheable text, or 304 if the client's copy is current. */
export function sendCacheable(
	request: FastifyRequest,
	reply: FastifyReply,
	text: string,
	cacheControl: string,
): FastifyReply {
	return isNotModified(request, reply, text, cacheControl)
		? reply.code(304).send()
		: reply.send(text);
}
