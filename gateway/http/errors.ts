import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";
import { SECURITY_HEADERS } from "./headers.ts";

/** Sends an error outside of GraphQL in GraphQL format. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string) {
	return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

const MESSAGES: Record<string, (request: FastifyRequest) => string> = {
	FST_ERR_CTP_INVALID_JSON_BODY: () =>
		'The body is not JSON; send {"query": "…", "variables": {…}}',
	FST_ERR_CTP_EMPTY_JSON_BODY: () => 'The body is empty; send {"query": "…", "variables": {…}}',
	FST_ERR_CTP_BODY_TOO_LARGE: () => "The body is too large; send it in parts",
	FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
		`${headers["content-type"]?.slice(0, 100) || "A body without a content type"} is not supported here; send GraphQL as "Content-Type: application/json"`,
	FST_ERR_BAD_URL: () => "The percent-encoding of the path is invalid",
};

const METHODS = ["GET", "HEAD", "POST"];

/**
 * Handles errors of requests before they reach a route, and errors thrown by routes. `sendPage` may answer what no route
 * does.
 */
export function handleErrors(
	app: FastifyInstance,
	log: Log,
	sendPage: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined = () =>
		undefined,
): void {
	app.setErrorHandler((error: FastifyError, request, reply) => {
		if (error instanceof HubError) {
			const { code, http } = error.extensions as { code: string; http?: { status: number } };
			if (http) return refuse(reply, http.status, code, error.message);
		}
		const status = error.statusCode ?? 500;
		if (status < 500) {
			const message = MESSAGES[error.code]?.(request) ?? error.message;
			return refuse(reply, status, "BAD_REQUEST", message);
		}
		const { id: requestId } = request;
		log.error({ requestId, err: error, path: request.routeOptions.url }, "unexpected error");
		const message = "Something went wrong in the hub; it has been logged.";
		return refuse(reply, status, "INTERNAL_SERVER_ERROR", message);
	});
	app.setNotFoundHandler((request, reply) => {
		const [path = ""] = request.url.split("?");
		const url = path.replace(/(?<=.)\/$/, "");
		const allowed = METHODS.filter((method) => app.hasRoute({ url, method }));
		if (allowed.length === 0)
			return (
				sendPage(request, reply) ??
				refuse(reply, 404, "NOT_FOUND", `There is nothing at ${path.slice(0, 100)}`)
			);
		reply.header("allow", allowed.join(", "));
		return refuse(reply, 405, "BAD_REQUEST", `${url} only supports ${allowed.join(", ")}`);
	});
}

/** Handles requests that do not reach any hook. */
export function handleBadUrl(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
	reply.headers(SECURITY_HEADERS);
	const message = MESSAGES[error.code]?.(request) ?? "The request is invalid";
	refuse(reply, error.statusCode ?? 400, "BAD_REQUEST", message);
}
