import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { HubError } from "../../shared/errors.ts";
import { refusal } from "./refusal.ts";

/** The delay is averaged over windows of this many times `lagMs`. */
const WINDOW = 4;
/** Windows in a row that are over before requests are turned away: a single pause is no load. */
const LASTING = 3;
const RETRY_AFTER_S = 5;

const overloaded = new HubError(
	"UNAVAILABLE",
	`The hub is overloaded; try again in ${RETRY_AFTER_S} s`,
	{ http: { status: 503, headers: new Map([["retry-after", String(RETRY_AFTER_S)]]) } },
);

/**
 * Turns requests away while the event loop lags by more than `lagMs` on average, in several windows after another, once
 * `begin` has been called: a start is no load. Health is always answered.
 */
export async function shedLoad(app: FastifyInstance, lagMs: number): Promise<{ begin(): void }> {
	const windowMs = WINDOW * lagMs;
	await app.register(underPressure, {
		maxEventLoopDelay: lagMs,
		sampleInterval: windowMs,
		// Decided below, in the form that all refusals have.
		pressureHandler: () => undefined,
	});
	let windows = 0;
	let look: NodeJS.Timeout | undefined;
	app.addHook("onClose", async () => clearInterval(look));
	app.addHook("onRequest", async (request, reply) => {
		if (windows < LASTING || request.url.startsWith("/health/")) return;
		return reply.send(refusal(reply, overloaded));
	});
	return {
		begin() {
			look ??= setInterval(() => {
				windows = app.isUnderPressure() ? windows + 1 : 0;
			}, windowMs).unref();
		},
	};
}
