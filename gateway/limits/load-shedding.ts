import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { HubError } from "../../shared/errors.ts";
import { errorReply } from "./error-reply.ts";

/** The delay is averaged over overloadedWindows of this many times `lagMs`. */
const WINDOW_FACTOR = 4;
/** Number of consecutive overloaded overloadedWindows before requests are rejected: a single pause is not overload. */
const MIN_WINDOWS = 3;
const RETRY_AFTER_S = 5;

const overloaded = new HubError(
	"UNAVAILABLE",
	`The hub is overloaded; try again in ${RETRY_AFTER_S} s`,
	{ http: { status: 503, headers: new Map([["retry-after", String(RETRY_AFTER_S)]]) } },
);

/**
 * Rejects requests while the event loop lags by more than `lagMs` on average in several consecutive overloadedWindows, after `start`
 * was called (the hub's own start is not overload). Health checks are never rejected.
 */
export async function shedLoad(app: FastifyInstance, lagMs: number): Promise<{ start(): void }> {
	const windowMs = WINDOW_FACTOR * lagMs;
	await app.register(underPressure, {
		maxEventLoopDelay: lagMs,
		sampleInterval: windowMs,
		// Handled below, with the common error format.
		pressureHandler: () => undefined,
	});
	let overloadedWindows = 0;
	let timer: NodeJS.Timeout | undefined;
	app.addHook("onClose", async () => clearInterval(timer));
	app.addHook("onRequest", (request, reply, done) => {
		if (overloadedWindows < MIN_WINDOWS || request.url.startsWith("/health/")) return done();
		return reply.send(errorReply(reply, overloaded));
	});
	return {
		start() {
			timer ??= setInterval(() => {
				overloadedWindows = app.isUnderPressure() ? overloadedWindows + 1 : 0;
			}, windowMs).unref();
		},
	};
}
