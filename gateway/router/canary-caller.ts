import type { FastifyRequest } from "fastify";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { consumerOf } from "../context.ts";
import type { ReadViewer } from "../viewer/verify.ts";
import type { CanaryCaller } from "./rules.ts";

/** Reads viewers of requests; one that was read early, to count or to choose a graph, is not read again. */
export function requestViewers(readViewer: ReadViewer) {
	const early = new WeakMap<FastifyRequest, Promise<Viewer>>();
	const read = (request: FastifyRequest) => readViewer(request.headers.authorization);
	return {
		read: (request: FastifyRequest): Promise<Viewer> => early.get(request) ?? read(request),
		readEarly(request: FastifyRequest): Promise<Viewer> {
			const viewer = early.get(request) ?? read(request);
			early.set(request, viewer);
			return viewer;
		},
	};
}

export type RequestViewers = ReturnType<typeof requestViewers>;

/** Who asks, for canaries; without a token it is the address that the request came from. */
export function callerFor(viewer: Viewer, request: Pick<FastifyRequest, "ip">): CanaryCaller {
	const subject = viewer.role === "PUBLIC" ? request.ip : viewer.subject;
	return { consumer: consumerOf(viewer), subject };
}
