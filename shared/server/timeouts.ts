import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Limits } from "../limits/limits.ts";

/** How often slow requests are looked for. */
const LOOK_MS = 1000;

type Bounds = Pick<
	Limits,
	"headersTimeoutMs" | "requestTimeoutMs" | "idleTimeoutMs" | "keepAliveTimeoutMs"
>;

/** Options of fastify that bound how long clients may take to send; an upload may take `uploadMs`. */
export function timeoutOptions(limits: Bounds, uploadMs = limits.requestTimeoutMs) {
	const shortest = Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs, LOOK_MS);
	const { headersTimeoutMs: headersTimeout } = limits;
	// Of uploads; what else has a body is bounded by boundRequests. Node refuses headers a longer time than requests.
	const requestTimeout = Math.max(uploadMs, limits.requestTimeoutMs, headersTimeout);
	return {
		connectionTimeout: limits.idleTimeoutMs,
		keepAliveTimeout: limits.keepAliveTimeoutMs,
		requestTimeout,
		http: { headersTimeout, requestTimeout, connectionsCheckingInterval: shortest },
		forceCloseConnections: "idle" as const,
	};
}

/**
 * Bounds how long a body may take, uploads apart, and lets a request that has arrived be worked on in silence: a
 * connection is idle while bytes are to come or to go, not while the hub works.
 */
export function boundRequests(
	app: FastifyInstance,
	limits: Bounds,
	isUpload: (url: string) => boolean = () => false,
): void {
	app.addHook("onRequest", (request, _reply, done) => {
		const { raw } = request;
		const { socket } = raw;
		const hasBody =
			raw.headers["transfer-encoding"] !== undefined ||
			Number(raw.headers["content-length"] ?? 0) > 0;
		if (!hasBody) socket.setTimeout?.(0);
		else {
			// An in-process request (app.inject) has no connection that could be slow, and none to close.
			const late =
				isUpload(request.url) || !(socket instanceof Socket)
					? undefined
					: setTimeout(() => {
							const error = Object.assign(new Error("the body came too slowly"), {
								code: "ERR_HTTP_REQUEST_TIMEOUT",
							});
							app.server.emit("clientError", error, socket);
						}, limits.requestTimeoutMs).unref();
			raw.once("end", () => {
				clearTimeout(late);
				socket.setTimeout?.(0);
			});
			raw.once("close", () => clearTimeout(late));
		}
		done();
	});
	app.addHook("onSend", (request, _reply, payload, done) => {
		request.raw.socket.setTimeout?.(limits.idleTimeoutMs);
		done(null, payload);
	});
}
