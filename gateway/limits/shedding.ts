import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { refuse } from "./refusal.ts";

/** Windows of delay that are averaged: one long pause, such as a large composition, is no load. */
const WINDOWS = 4;
const RETRY_AFTER_S = 5;

/** Turns requests away while the event loop lags by more than `lagMs` on average; health is always answered. */
export async function shedLoad(app: FastifyInstance, lagMs: number): Promise<void> {
	await app.register(underPressure, {
		maxEventLoopDelay: lagMs,
		sampleInterval: WINDOWS * lagMs,
		pressureHandler(request, reply) {
			if (request.url.startsWith("/health/")) return;
			void reply.header("retry-after", String(RETRY_AFTER_S));
			refuse(reply, 503, {
				message: `The hub is overloaded; try again in ${RETRY_AFTER_S} s`,
				extensions: { code: "UNAVAILABLE" },
			});
		},
	});
}
