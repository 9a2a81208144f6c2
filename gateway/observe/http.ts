import { SpanKind } from "@opentelemetry/api";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isInjection } from "light-my-request";
import type { Log } from "../../shared/log.ts";
import { httpSeconds } from "../../shared/observe/metrics.ts";
import { isTracing, type OpenSpan, openSpan } from "../../shared/observe/tracing.ts";

const pathOf = ({ url }: FastifyRequest) => url.split("?")[0]?.slice(0, 200);
/** The pattern of the address, of which there are few. */
const routeOf = ({ routeOptions }: FastifyRequest) => routeOptions.url ?? "none";

/**
 * Counts, traces and, where that is configured, logs every request. Its id, from the header `x-request-id` or new, is in
 * all logs and in the response. Addresses are logged without their parameters, and nobody's name is.
 */
export function observeRequests(app: FastifyInstance, accessLog: boolean, log: Log): void {
	const spans = new WeakMap<FastifyRequest, OpenSpan>();

	app.addHook("onRequest", (request, reply, done) => {
		void reply.header("x-request-id", request.id);
		// The hub's own requests within this process belong to the one that made them.
		if (!isTracing() || isInjection(request.raw)) return done();
		const { method, headers } = request;
		const route = routeOf(request);
		const attributes = {
			"http.request.method": method,
			"http.route": route,
			"hub.request_id": request.id,
		};
		const span = openSpan(`${method} ${route}`, SpanKind.SERVER, attributes, headers);
		if (span) spans.set(request, span);
		done();
	});
	// After the body was read, which ends what belongs together for the runtime.
	app.addHook("preHandler", (request, _reply, done) => {
		const span = isTracing() ? spans.get(request) : undefined;
		return span ? span.run(done) : done();
	});
	app.addHook("onResponse", (request, reply, done) => {
		done();
		if (isInjection(request.raw)) return;
		const { method, id: requestId } = request;
		const { statusCode: status, elapsedTime } = reply;
		httpSeconds.observe(
			{ method, route: routeOf(request), status: String(status) },
			elapsedTime / 1000,
		);
		spans.get(request)?.end({ "http.response.status_code": status }, status >= 500);
		if (!accessLog) return;
		const bytes = Number(reply.getHeader("content-length")) || undefined;
		const ms = Math.round(elapsedTime * 10) / 10;
		log.info({ requestId, method, path: pathOf(request), status, ms, bytes }, "request");
	});
}
