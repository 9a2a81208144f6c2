import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";

/** Adds to what an answer depends on. */
export function vary(reply: FastifyReply, ...names: string[]): void {
	const before = String(reply.getHeader("vary") ?? "");
	const all = new Set([...before.split(/,\s*/), ...names].filter((name) => name !== ""));
	reply.header("vary", [...all].join(", "));
}

/**
 * Notes what an answer may be kept by; true where the client's copy is still good. `content` is all that the answer is
 * made of. The tag is weak, since a compressed answer has the same one.
 */
export function isFresh(
	request: FastifyRequest,
	reply: FastifyReply,
	content: string,
	cacheControl: string,
): boolean {
	const etag = `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
	reply.header("etag", etag).header("cache-control", cacheControl);
	vary(reply, "accept-encoding");
	// Scripts that send a tag of their own make browsers add "no-cache", which asks for this very comparison.
	return fresh({ "if-none-match": request.headers["if-none-match"] }, { etag });
}

/** Sends a text that may be kept, or says that the client's copy is still good. */
export function sendFresh(
	request: FastifyRequest,
	reply: FastifyReply,
	text: string,
	cacheControl: string,
): FastifyReply {
	return isFresh(request, reply, text, cacheControl) ? reply.code(304).send() : reply.send(text);
}
