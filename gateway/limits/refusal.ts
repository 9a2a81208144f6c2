import type { FastifyReply } from "fastify";
import { HubError } from "../../shared/errors.ts";

type Fault = { message: string; extensions: Record<string, unknown> };

/** Answers a request that is not looked at, in the form of a GraphQL answer. */
export function refuse(reply: FastifyReply, status: number, { message, extensions }: Fault): void {
	void reply.code(status).send({ errors: [{ message, extensions: { code: extensions.code } }] });
}

/** The same of an error that says its status and headers. */
export function refuseWith(reply: FastifyReply, error: HubError): void {
	const { status = 400, headers = new Map<string, string>() } = (error.extensions.http ?? {}) as {
		status?: number;
		headers?: Map<string, string>;
	};
	for (const [name, value] of headers) void reply.header(name, value);
	refuse(reply, status, error);
}
