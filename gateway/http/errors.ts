import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../shared/log.ts";
import { requestIdFrom } from "../context.ts";
import { SECURITY_HEADERS } from "./headers.ts";

/** An error outside of GraphQL, in GraphQL's form. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string) {
	return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

const WORDS: Record<string, (request: FastifyRequest) => string> = {
	FST_ERR_CTP_INVALID_JSON_BODY: () =>
		'The body is not JSON; send {"query": "…", "variables": {…}}',
	FST_ERR_CTP_EMPTY_JSON_BODY: () => 'The body is empty; send {"query": "…", "variables": {…}}',
	FST_ERR_CTP_BODY_TOO_LARGE: () => "The body is larger than the hub takes; send it in parts",
	FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
		`The hub takes no ${headers["content-type"]?.slice(0, 100) || "body without a type"} here; send GraphQL as "Content-Type: application/json"`,
	FST_ERR_BAD_URL: () => "The path is not percent-encoded as it should be",
};

const METHODS = ["GET", "HEAD", "POST"];

/** Answers what is wrong with a request before a route takes it, and what a route throws. */
export function answerErrors(app: FastifyInstance, log: Log): void {
	app.setErrorHandler((error: FastifyError, request, reply) => {
		const status = error.statusCode ?? 500;
		if (status < 500) {
			const message = WORDS[error.code]?.(request) ?? error.message;
			return refuse(reply, status, "BAD_REQUEST", message);
		}
		const requestId = requestIdFrom(request.headers["x-request-id"]);
		log.error({ requestId, err: error, path: request.routeOptions.url }, "unexpected error");
		reply.header("x-request-id", requestId);
		const message = "Something went wrong in the hub; it has been logged.";
		return refuse(reply, status, "INTERNAL_SERVER_ERROR", message);
	});
	app.setNotFoundHandler((request, reply) => {
		const [path = ""] = request.url.split("?");
		const url = path.replace(/(?<=.)\/$/, "");
		const allowed = METHODS.filter((method) => app.hasRoute({ url, method }));
		if (allowed.length === 0)
			return refuse(reply, 404, "NOT_FOUND", `There is nothing at ${path.slice(0, 100)}`);
		reply.header("allow", allowed.join(", "));
		return refuse(reply, 405, "BAD_REQUEST", `${url} takes ${allowed.join(", ")}`);
	});
}

/** For requests that do not come as far as a hook. */
export function answerBadUrl(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
	reply.headers(SECURITY_HEADERS);
	const message = WORDS[error.code]?.(request) ?? "The request cannot be understood";
	refuse(reply, error.statusCode ?? 400, "BAD_REQUEST", message);
}
