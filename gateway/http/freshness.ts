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
 * Sends a text that may be kept, or says that the client's copy is still good. The tag is weak, since a compressed answer
 * has the same one, and so never fits If-Match, which a copy that is only read has no use for.
 */
export function sendFresh(
	request: FastifyRequest,
	reply: FastifyReply,
	text: string,
	cacheControl: string,
): FastifyReply {
	const etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
	reply.header("etag", etag).header("cache-control", cacheControl);
	vary(reply, "accept-encoding");
	// Scripts that send a tag of their own make browsers add "no-cache", which asks for this very comparison.
	const known = { "if-none-match": request.headers["if-none-match"] };
	if (fresh(known, { etag })) return reply.code(304).send();
	return reply.send(text);
}
