import type { FastifyRequest } from "fastify";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { ReadViewer } from "./verify.ts";

/** Reads the viewer of each request once; rate limits and canaries need it before the GraphQL context exists. */
export function requestViewers(readViewer: ReadViewer) {
	const cache = new WeakMap<FastifyRequest, Promise<Viewer>>();
	const read = (request: FastifyRequest) => readViewer(request.headers.authorization);
	return {
		read: (request: FastifyRequest): Promise<Viewer> => cache.get(request) ?? read(request),
		readEarly(request: FastifyRequest): Promise<Viewer> {
			const viewer = cache.get(request) ?? read(request);
			cache.set(request, viewer);
			return viewer;
		},
	};
}

export type RequestViewers = ReturnType<typeof requestViewers>;
