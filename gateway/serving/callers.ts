import type { FastifyRequest } from "fastify";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { consumerOf } from "../plugins/request-id.ts";
import type { ReadViewer } from "../viewer/verify.ts";
import type { Caller } from "./rules.ts";

/** Reads the viewer of a request once, however often it is asked for. */
export function requestViewers(readViewer: ReadViewer) {
	const read = new WeakMap<FastifyRequest, Promise<Viewer>>();
	return (request: FastifyRequest): Promise<Viewer> => {
		let viewer = read.get(request);
		if (!viewer) {
			viewer = readViewer(request.headers.authorization);
			read.set(request, viewer);
		}
		return viewer;
	};
}

/** Who asks, for canaries; without a token it is the address that the request came from. */
export function callerFor(viewer: Viewer, request: Pick<FastifyRequest, "ip">): Caller {
	const subject = viewer.role === "PUBLIC" ? request.ip : viewer.subject;
	return { consumer: consumerOf(viewer), subject };
}
