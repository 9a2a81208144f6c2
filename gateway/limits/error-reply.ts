import type { FastifyReply } from "fastify";
import type { HubError } from "../../shared/errors.ts";

type Http = { status?: number; headers?: Map<string, string> };

/** Sets status and headers of an error, and returns its body in GraphQL format, for every route. */
export function errorReply(reply: FastifyReply, { message, extensions }: HubError): object {
	const { status = 400, headers = new Map() } = (extensions.http ?? {}) as Http;
	void reply.code(status);
	for (const [name, value] of headers) void reply.header(name, value);
	return { errors: [{ message, extensions: { code: extensions.code } }] };
}
