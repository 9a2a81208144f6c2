import type { FastifyRequest } from "fastify";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import type { ReadViewer } from "./verify.ts";

/** Reads the viewer of a request's session cookie; undefined without one. Throws if the cookie does not count. */
export type ReadSession = (request: FastifyRequest) => Promise<Viewer | undefined>;

/**
 * Reads the viewer of each request once; rate limits and canaries need it before the GraphQL context exists. A request
 * with an Authorization header is what that says: its cookie is not read.
 */
export function requestViewers(readViewer: ReadViewer, readSession?: ReadSession) {
	const cache = new WeakMap<FastifyRequest, Promise<Viewer>>();
	async function read(request: FastifyRequest): Promise<Viewer> {
		const { authorization, cookie } = request.headers;
		if (authorization !== undefined) return readViewer(authorization);
		return (cookie !== undefined && (await readSession?.(request))) || PUBLIC;
	}
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
